"""web.py KIND: the hello endpoint of 2.3 on FastAPI and uvicorn with uvloop; prints its port and serves until it is ended.

KIND: "def", as the tutorial writes it (FastAPI runs it on its thread pool), or "async", on the event loop.
"""
import socket
import sys

import uvicorn
from fastapi import FastAPI

app = FastAPI()

if sys.argv[1] == "def":
    @app.get("/")
    def index():
        return {"message": "hello"}
else:
    @app.get("/")
    async def index():
        return {"message": "hello"}

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
config = uvicorn.Config(app, loop="uvloop", http="httptools", log_level="critical", access_log=False)
uvicorn.Server(config).run(sockets=[listener])
