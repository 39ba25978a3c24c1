# 地址和密码取自环境变量, 如 redis://:密码@127.0.0.1:16379; 打印名字而不是地址, 换一台机器输出不变
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

asyncio.run(execute('redis-1', *server('ASYNCBOOK_REDIS_1', 'redis://:teach-pw-1@127.0.0.1:16379')))
