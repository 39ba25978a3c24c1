"""FastAPI on uvicorn (uvloop, httptools): GET / as 2.3#2 writes it, with def or async def. Prints its port, serves until its input ends."""
import socket
import sys
import threading

import uvicorn
from fastapi import FastAPI

app = FastAPI()

if sys.argv[1] == "async":
    @app.get("/")
    async def index():
        return {"message": "hello"}
else:
    @app.get("/")
    def index():
        return {"message": "hello"}


def until_end_of_input(server):
    sys.stdin.read()
    server.should_exit = True


listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
server = uvicorn.Server(uvicorn.Config(app, loop="uvloop", http="httptools", access_log=False, log_level="warning"))
threading.Thread(target=until_end_of_input, args=[server], daemon=True).start()
print(listener.getsockname()[1], flush=True)
server.run(sockets=[listener])
