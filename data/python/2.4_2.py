# 网站的地址取自环境变量, 如 http://127.0.0.1:18080; 打印路径而不是地址, 端口怎么变输出都不变
import asyncio
import os

import aiohttp

async def fetch(session, url):
    print("发送请求", url)
    async with session.get(url) as response:
        text = await response.text()
        print("得到结果", url, len(text))

async def main():
    async with aiohttp.ClientSession(base_url=os.environ["ASYNCBOOK_SITE"]) as session:
        url_list = [
            '/book/001.html',
            '/list/1.html',
            '/about.html',
        ]
        tasks = [asyncio.create_task(fetch(session, url)) for url in url_list]
        done, pending = await asyncio.wait(tasks)
        for task in done:
            task.result()  # 出了错就在这里抛出来

asyncio.run(main())
