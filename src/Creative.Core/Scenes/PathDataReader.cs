using System.Collections.Immutable;
using System.Globalization;

namespace Creative.Core.Scenes;

/// <summary>Reads SVG path data once, left to right.</summary>
internal sealed class PathDataReader(string data)
{
    private readonly ImmutableArray<Subpath>.Builder _subpaths = ImmutableArray.CreateBuilder<Subpath>();
    private readonly ImmutableArray<PathPoint>.Builder _curves = ImmutableArray.CreateBuilder<PathPoint>();
    private int _at;
    private PathPoint _start;
    private PathPoint _pen;
    private PathPoint _control;
    private bool _open;

    internal PathData Read()
    {
        var previous = '\0';
        while (PeekCommand(previous) is var command and not '\0')
        {
            Step(command, previous);
            previous = command;
        }

        Finish(closed: false);
        return new PathData(_subpaths.ToImmutable());
    }

    /// <summary>The next command letter, taken; or the one that is repeated when numbers follow; 0 at the end.</summary>
    private char PeekCommand(char previous)
    {
        SkipSeparators();
        if (_at >= data.Length)
        {
            return '\0';
        }

        if ("MmLlHhVvCcSsQqTtAaZz".Contains(data[_at], StringComparison.Ordinal))
        {
            return previous == '\0' && data[_at] is not ('M' or 'm') ? throw Bad() : data[_at++];
        }

        return previous switch
        {
            '\0' or 'Z' or 'z' => throw Bad(),
            'M' => 'L',
            'm' => 'l',
            _ => previous,
        };
    }

    private void Step(char command, char previous)
    {
        var origin = char.IsAsciiLetterLower(command) ? _pen : default;
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                Finish(closed: false);
                _start = _pen = Point(origin);
                _open = true;
                break;
            case 'L':
                LineTo(Point(origin));
                break;
            case 'H':
                LineTo(_pen with { X = origin.X + Number() });
                break;
            case 'V':
                LineTo(_pen with { Y = origin.Y + Number() });
                break;
            case 'C':
                CurveTo(Point(origin), Point(origin), Point(origin));
                break;
            case 'S':
                CurveTo(Reflected(previous, "CcSs"), Point(origin), Point(origin));
                break;
            case 'Q':
                QuadraticTo(Point(origin), Point(origin));
                break;
            case 'T':
                QuadraticTo(Reflected(previous, "QqTt"), Point(origin));
                break;
            case 'A':
                var (rx, ry, turn) = (Number(), Number(), Number());
                var (large, sweep) = (Flag(), Flag());
                ArcTo(rx, ry, turn, large, sweep, Point(origin));
                break;
            default:
                Finish(closed: true);
                _pen = _start;
                break;
        }
    }

    private void LineTo(PathPoint end)
    {
        CurveTo(_pen, end, end);
        _control = end;
    }

    private void CurveTo(PathPoint first, PathPoint second, PathPoint end)
    {
        _open = true;
        _curves.Add(first);
        _curves.Add(second);
        _curves.Add(end);
        _control = second;
        _pen = end;
    }

    private void QuadraticTo(PathPoint control, PathPoint end)
    {
        CurveTo(Toward(_pen, control), Toward(end, control), end);
        _control = control;
    }

    private void ArcTo(double rx, double ry, double degrees, bool large, bool sweep, PathPoint end)
    {
        foreach (var (first, second, point) in PathArc.ToCubics(_pen, end, rx, ry, degrees, large, sweep))
        {
            CurveTo(first, second, point);
        }
    }

    private static PathPoint Toward(PathPoint from, PathPoint to) =>
        new(from.X + ((to.X - from.X) * 2 / 3), from.Y + ((to.Y - from.Y) * 2 / 3));

    private PathPoint Reflected(char previous, string family) =>
        family.Contains(previous, StringComparison.Ordinal)
            ? new PathPoint((2 * _pen.X) - _control.X, (2 * _pen.Y) - _control.Y)
            : _pen;

    private void Finish(bool closed)
    {
        if (_open)
        {
            _subpaths.Add(new Subpath(_start, _curves.ToImmutable(), closed));
        }

        _curves.Clear();
        _open = false;
    }

    private PathPoint Point(PathPoint origin)
    {
        var x = Number();
        return new PathPoint(origin.X + x, origin.Y + Number());
    }

    private bool Flag()
    {
        SkipSeparators();
        return _at < data.Length && data[_at] is '0' or '1' ? data[_at++] == '1' : throw Bad();
    }

    private double Number()
    {
        SkipSeparators();
        var from = _at;
        Skip("+-");
        SkipDigits();
        if (Skip("."))
        {
            SkipDigits();
        }

        if (_at > from && Skip("eE"))
        {
            Skip("+-");
            SkipDigits();
        }

        return double.TryParse(data.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : throw Bad();
    }

    private bool Skip(string any)
    {
        var found = _at < data.Length && any.Contains(data[_at], StringComparison.Ordinal);
        _at += found ? 1 : 0;
        return found;
    }

    private void SkipDigits()
    {
        while (_at < data.Length && char.IsAsciiDigit(data[_at]))
        {
            _at++;
        }
    }

    private void SkipSeparators()
    {
        while (Skip(" ,\t\r\n"))
        {
        }
    }

    private FormatException Bad() => new($"Path data is wrong at character {_at}.");
}
