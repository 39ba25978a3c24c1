string OrderOf11a()
{
    var queue = "E" + "B" + "D";
    return queue + "C" + "A";
}
