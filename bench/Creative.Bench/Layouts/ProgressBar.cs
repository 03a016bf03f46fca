namespace Creative.Bench.Layouts;

/// <summary>One line on standard error that fills up; a line per tenth where that is no terminal.</summary>
internal sealed class ProgressBar(int total) : IDisposable
{
    private const int Width = 30;

    private int _done;
    private int _shown = -1;

    public void Step(string what)
    {
        _done++;
        var percent = (int)(100L * _done / total);
        if (percent == _shown || (Console.IsErrorRedirected && percent % 10 != 0))
        {
            return;
        }

        _shown = percent;
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"{percent,3} %  {what}");
            return;
        }

        var filled = Width * _done / total;
        Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {percent,3} %  {what,-50}");
    }

    public void Dispose()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
