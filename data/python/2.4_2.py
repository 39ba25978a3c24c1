# 先开网站: python3 -m http.server 18080 --bind 127.0.0.1 --directory data/site
import aiohttp
import asyncio
import os

async def fetch(session, url):
    print("发送请求", url)
    async with session.get(url) as response:             # 不关证书检查: 默认就是对的
        response.raise_for_status()
        text = await response.text()
        print("得到结果", url, len(text))

async def main():
    site = os.environ.get('ASYNCBOOK_SITE') or 'http://127.0.0.1:18080'
    async with aiohttp.ClientSession(site) as session:
        url_list = [
            '/index.html',
            '/lists/scifi-1.html',
            '/books/b21.html',
        ]
        tasks = [asyncio.create_task(fetch(session, url)) for url in url_list]
        await asyncio.gather(*tasks)

asyncio.run(main())
