# aioredis 并入 redis-py, 现在叫 redis.asyncio
import asyncio
import os
import redis.asyncio as aioredis

async def execute(name, url):
    print('开始执行', name)
    redis = aioredis.from_url(url, decode_responses=True)    # 不是协程, 第一条命令才连接
    await redis.hset('asyncbook:2.1:car', mapping={'key1': 1, 'key2': 2, 'key3': 3})
    result = await redis.hgetall('asyncbook:2.1:car')
    print(result)
    await redis.close()                                      # redis-py 5.0.1 起改名 aclose()

asyncio.run(execute('redis-1', os.environ.get('ASYNCBOOK_REDIS_1') or 'redis://:teach-pw-1@127.0.0.1:16379'))
