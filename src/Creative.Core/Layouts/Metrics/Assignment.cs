namespace Creative.Core.Layouts.Metrics;

/// <summary>The assignment problem: who goes with whom so that the weights add up to most (Kuhn 1955; the shortest-path form of Jonker and Volgenant 1987, O(n³)).</summary>
public static class Assignment
{
    /// <summary>Pairs of one row and one column each, min(rows, columns) of them, with the largest sum of weights.</summary>
    public static IReadOnlyList<(int Row, int Column, double Weight)> Best(int rows, int columns, Func<int, int, double> weight)
    {
        if (rows > columns)
        {
            return [.. Best(columns, rows, (i, j) => weight(j, i)).Select(m => (m.Column, m.Row, m.Weight))];
        }

        // Rows and columns count from 1; column 0 holds the row that looks for a place.
        var rowPrice = new double[rows + 1];
        var columnPrice = new double[columns + 1];
        var rowOf = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            Place(columns, (i, j) => -weight(i - 1, j - 1), rowPrice, columnPrice, rowOf);
        }

        return [.. Enumerable.Range(1, columns).Where(j => rowOf[j] > 0).Select(j => (rowOf[j] - 1, j - 1, weight(rowOf[j] - 1, j - 1)))];
    }

    // One augmenting path of least reduced cost.
    private static void Place(int columns, Func<int, int, double> cost, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        var slack = new double[columns + 1];
        Array.Fill(slack, double.PositiveInfinity);
        var from = new int[columns + 1];
        var seen = new bool[columns + 1];
        var column = 0;
        do
        {
            seen[column] = true;
            var (row, next, delta) = (rowOf[column], 0, double.PositiveInfinity);
            for (var j = 1; j <= columns; j++)
            {
                if (seen[j])
                {
                    continue;
                }

                var reduced = cost(row, j) - rowPrice[row] - columnPrice[j];
                if (reduced < slack[j])
                {
                    (slack[j], from[j]) = (reduced, column);
                }

                if (slack[j] < delta)
                {
                    (delta, next) = (slack[j], j);
                }
            }

            for (var j = 0; j <= columns; j++)
            {
                if (seen[j])
                {
                    rowPrice[rowOf[j]] += delta;
                    columnPrice[j] -= delta;
                }
                else
                {
                    slack[j] -= delta;
                }
            }

            column = next;
        }
        while (rowOf[column] != 0);

        while (column != 0)
        {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }
}
