import asyncio
import os
from urllib.parse import urlsplit

import aiomysql

async def execute():
    url = urlsplit(os.environ["ASYNCBOOK_MYSQL_1"])
    conn = await aiomysql.connect(host=url.hostname,
                                  port=url.port,
                                  user=url.username,
                                  password=url.password,
                                  db='mysql')
    cur = await conn.cursor()
    await cur.execute("select Host, User from user")
    result = await cur.fetchall()
    # 别的用户每台机器不一样,只看自己这一个
    print(tuple(row for row in result if row[1] == url.username))
    await cur.close()
    conn.close()

asyncio.run(execute())
