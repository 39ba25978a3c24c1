import asyncio
import os
from urllib.parse import urlsplit

import aiomysql

async def execute(address):
    url = urlsplit(address)
    conn = await aiomysql.connect(host=url.hostname,
                                  port=url.port,
                                  user=url.username,
                                  password=url.password,
                                  db=url.path.lstrip('/'))
    cur = await conn.cursor()
    await cur.execute("select @@port, sleep(1)")
    result = await cur.fetchall()
    print(result)
    await cur.close()
    conn.close()

async def main():
    task_list = [
        asyncio.create_task(execute(os.environ["ASYNCBOOK_MYSQL_1"])),
        asyncio.create_task(execute(os.environ["ASYNCBOOK_MYSQL_2"])),
    ]
    await asyncio.wait(task_list)

asyncio.run(main())
