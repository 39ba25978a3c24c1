# 地址和密码取自环境变量, 见 2.1_2.py; 在 main 里面创建 task, 这时已经有事件循环
import asyncio
import os
from urllib.parse import unquote, urlsplit
import aioredis

def server(variable, default):
    url = urlsplit(os.environ.get(variable) or default)
    return f'redis://{url.hostname}:{url.port}', unquote(url.password or '') or None

async def execute(name, address, password):
    print('开始执行', name)
    redis = await aioredis.create_redis(address, password=password)
    await redis.hmset_dict('asyncbook:2.1:car', key1=1, key2=2, key3=3)
    result = await redis.hgetall('asyncbook:2.1:car', encoding='utf-8')
    print(result)
    redis.close()
    await redis.wait_closed()

async def main():
    task_list = [
        asyncio.create_task(execute('redis-1', *server('ASYNCBOOK_REDIS_1', 'redis://:teach-pw-1@127.0.0.1:16379'))),
        asyncio.create_task(execute('redis-2', *server('ASYNCBOOK_REDIS_2', 'redis://:teach-pw-2@127.0.0.1:16380'))),
    ]
    await asyncio.wait(task_list)

asyncio.run(main())
