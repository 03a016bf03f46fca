using System.Reflection;
using Creative.Core.Composition;
using Xunit;

namespace Creative.Core.Tests;

/// <summary>What the folders promise: a reader knows from the project what a line may touch.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Core_stands_on_the_base_library_and_managed_algebra_alone()
    {
        const string Algebra = "MathNet.Numerics";
        string[] forbidden = ["System.Net", "System.Data", "System.Diagnostics.Process", "System.Net.Http"];
        var references = typeof(CreativeComposer).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToArray();

        Assert.All(references.Where(name => name != Algebra), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void Core_calls_no_native_code()
    {
        const BindingFlags Everything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

        Assert.DoesNotContain(
            typeof(CreativeComposer).Assembly.GetTypes().SelectMany(type => type.GetMethods(Everything)),
            method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    }

    [Fact]
    public void Core_files_stay_small_enough_to_read()
    {
        var core = Path.Combine(Root(), "src");
        var tooLong = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories).Where(file => File.ReadLines(file).Count() > 350).ToArray();

        Assert.Empty(tooLong);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Creative.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("There is no Creative.sln above the tests.");
    }
}
