namespace AsyncBook.Language;

/// <summary>What is said of a notebook that cannot become a page.</summary>
internal static class PageWords
{
    public static string TooMuchMarkdown(int length, int most, int bars) => Tongue.Of(
        $"it has {length} characters; a Markdown cell of a page takes {most}, and {bars} bars of tables",
        $"它有 {length} 个字符；一页的 Markdown 单元格最多 {most} 个，表格的竖线最多 {bars} 条");

    public static string NotForEveryone(string page, string cell, string link, string why) => Tongue.Of(
        $"{page}, cell {cell}: the link to {link} would publish a file that is not for everyone ({why}); take the link away",
        $"{page}，单元格 {cell}：到 {link} 的链接会公开一个不该公开的文件（{why}）；请去掉这个链接");

    public static string LeadsNowhere(string place, string link) => Tongue.Of(
        $"{place}: the link to {link} leads nowhere; correct it, or add the file",
        $"{place}：到 {link} 的链接没有去处；请改正它，或者加上那个文件");

    public static string NoSvg(string path, string why) => Tongue.Of(
        $"{path}: cannot be read as SVG ({why}); mend it, or take the link away",
        $"{path}：读不成 SVG（{why}）；请修好它，或者去掉链接");

    public static string Links => Tongue.Of("the links between the pages", "页面之间的链接");

    public static string Contents => Tongue.Of("the contents", "目录页");

    public static string TooMuchHtml(int length, int most) => Tongue.Of(
        $"it has {length} characters, and a page takes {most}",
        $"它有 {length} 个字符，一页最多 {most} 个");

    public static string TooManyElements(int count, int most) => Tongue.Of(
        $"it has some {count} elements, and a page takes {most}",
        $"它有大约 {count} 个元素，一页最多 {most} 个");

    public static string TooDeep(int deepest) => Tongue.Of($"its elements stand in each other more than {deepest} deep", $"它的元素套了不止 {deepest} 层");

    public static string TooMuchDrawn(int most) => Tongue.Of(
        $"its parts use one another, and more than {most} would be drawn",
        $"它的部件互相引用，要画的不止 {most} 个");

    public static string SameIds(string page, string id, int count) => Tongue.Of(
        $"{page}: the id {id} stands on its page {count} times",
        $"{page}：id {id} 在这一页上出现了 {count} 次");

    public static string CellAt(string page, string cell) => Tongue.Of($"{page}, cell {cell}", $"{page}，单元格 {cell}");

    public static string NoSuchPlace(string place, string link) => Tongue.Of(
        $"{place}: the link to {link} leads to no cell and no heading of that page",
        $"{place}：到 {link} 的链接，那一页上没有这个单元格或标题");

    public static string NoBookHere(string folder) => Tongue.Of(
        $"{folder} cannot be a book; name another folder with --out",
        $"{folder} 不能放书；请用 --out 另外指定文件夹");

    public static string IsFile(string folder) => Tongue.Of($"{folder} is a file; name a folder with --out", $"{folder} 是文件；请用 --out 指定文件夹");

    public static string NotABook(string folder) => Tongue.Of(
        $"{folder} holds something that is no book of asyncbook's, and stays as it is; name another folder with --out, or empty it",
        $"{folder} 里的东西不是 asyncbook 的书，原样不动；请用 --out 另外指定文件夹，或者清空它");

    public static string IsLink(string folder) => Tongue.Of(
        $"{folder} is a link to another place, and stays as it is; remove it, or name another folder with --out",
        $"{folder} 是指向别处的链接，原样不动；请删掉它，或者用 --out 另外指定文件夹");

    public static string NotOurs(string file) => Tongue.Of(
        $"{file} is not of asyncbook's making, and stays as it is; move it away, or name another folder with --out",
        $"{file} 不是 asyncbook 做的，原样不动；请移走它，或者用 --out 另外指定文件夹");

    public static string NoList(string list) => Tongue.Of(
        $"{list} does not list what is the book's (an older asyncbook kept no list); remove the folder, or name another with --out",
        $"{list} 没有列出哪些是书的文件（旧的 asyncbook 不留清单）；请删掉这个文件夹，或者用 --out 另外指定");

    public static string TooLarge(string place, string why) => Tongue.Of(
        $"{place}: is too large for a page ({why}); split it, or make it shorter",
        $"{place}：一页放不下（{why}）；请拆开，或者改短");

    public static string NoPicture(string place, string why) => Tongue.Of(
        $"{place}: a stored picture cannot be read ({why}); run the cell again with --save",
        $"{place}：存着的图读不了（{why}）；请用 --save 再运行一次");

    public static string StrangeId(string id) => Tongue.Of(
        $"the cell id {id} holds what no id may: give it one of letters, digits, - and _",
        $"单元格的 id {id} 里有不该有的字符：只用字母、数字、- 和 _");

    public static string ErrataForm(string cell, string label) => Tongue.Of(
        $"cell {cell}: write {label} as a line of its own, then an empty line, then the list",
        $"单元格 {cell}：{label} 单独写一行，空一行，再写列表");

    public static string NoOriginal(string cell) => Tongue.Of(
        $"cell {cell}: no cell above it quotes the tutorial (asyncbook.original)",
        $"单元格 {cell}：上面没有引用教程的单元格（asyncbook.original）");

    public static string Notebooks => Tongue.Of("the notebooks", "所有笔记本");

    public static string TooSlow(string what, int seconds) => Tongue.Of(
        $"{what}: takes more than {seconds} s to render; make it shorter",
        $"{what}：{seconds} 秒还没有画完；请改短");

    public static string NoSteps => Tongue.Of("it has no tasks and steps", "里面没有 tasks 和 steps");

    public static string StepsUnreadable(string cell, string why) => Tongue.Of(
        $"cell {cell}: its stored steps cannot be read ({why}); run the cell again with --save",
        $"单元格 {cell}：存着的步骤读不了（{why}）；请用 --save 再运行一次");

    public static string Outside => Tongue.Of("it is outside of the repository", "它在仓库外面");

    public static string Hidden => Tongue.Of("its name, or a folder's, begins with a dot", "它的名字或者所在文件夹的名字以点开头");

    public static string Untracked => Tongue.Of("git does not track it: `git add` it, if everyone may read it", "git 没有跟踪它：人人都可以看的话，就 `git add`");
}
