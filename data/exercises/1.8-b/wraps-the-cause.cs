// 提示：本身
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch (Exception error)
    {
        try { await rollback(); }
        catch (Exception) { }
        throw new Exception(error.Message, error);
    }
    await commit();
}
