// 提示：活在线程池的线程上跑了
Task<T> OwnThreadAsync<T>(Func<T> func) => Task.Run(func);
