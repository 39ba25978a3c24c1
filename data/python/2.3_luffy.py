import asyncio
import os
from urllib.parse import urlsplit

import aioredis
from aioredis import Redis
import uvicorn
from fastapi import FastAPI

app = FastAPI()

@app.get("/")
def index():
    # 普通操作接口
    return {"message": "hello"}

@app.get("/read")
async def read():
    # 异步操作接口
    print("收到请求")
    # 某个操作
    await asyncio.sleep(3)
    return 666

# 地址和密码从环境变量来，例如 redis://:teach-pw-1@127.0.0.1:16379
ADDRESS = urlsplit(os.environ["ASYNCBOOK_REDIS_1"])
REDIS_POOL = aioredis.ConnectionsPool((ADDRESS.hostname, ADDRESS.port), password=ADDRESS.password, minsize=1, maxsize=10)
@app.get('/redis')
async def redis_read():
    conn = await REDIS_POOL.acquire()
    try:
        redis = Redis(conn)
        await redis.hmset_dict('car', key1=1, key2=2)
        result = await redis.hgetall('car', encoding='utf-8')
        print(result)
        return result
    finally:
        REDIS_POOL.release(conn)

# --- 再看几件事 ---
import time, threading
@app.get('/leak')            # 照原文：NameError，连接没有还
async def leak():
    conn = await REDIS_POOL.acquire()
    redis = Redis(conn)
    await redis.hmset_dict('car', key1=1, key2=2)
    result = await redis.hgetall('car', encoding='utf-8')
    print(redult)
    REDIS_POOL.release(conn)
    return result
@app.get('/block')           # async def 里占着线程
async def block():
    time.sleep(1); return threading.current_thread().name
@app.get('/syncblock')       # def 里占着线程：在线程池里跑
def syncblock():
    time.sleep(1); return threading.current_thread().name
@app.get('/loop')
async def loopname():
    return str(type(asyncio.get_running_loop()))

if __name__ == '__main__':
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "15000")), log_level="info")
