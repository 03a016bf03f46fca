using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Creative.Deps.Tests;

/// <summary>The natives that npm brings lie next to the assemblies and are the versions that were tried.</summary>
public sealed partial class NativeLibraryTests
{
    [Fact]
    public void Onnx_runtime_loads_and_matches_its_managed_sources()
    {
        Assert.Equal("1.29.0", OrtEnv.Instance().GetVersionString());
        Assert.Contains("CPUExecutionProvider", OrtEnv.Instance().GetAvailableProviders());
    }

    [Fact]
    public void Libvips_loads() => Assert.Equal((8, 18), (VipsVersion(0), VipsVersion(1)));

    [Theory]
    [InlineData("NotoSansSC_400Regular")]
    [InlineData("NotoSerifSC_900Black")]
    [InlineData("ZCOOLKuaiLe_400Regular")]
    [InlineData("ZCOOLXiaoWei_400Regular")]
    [InlineData("Inter_700Bold")]
    [InlineData("Montserrat_800ExtraBold")]
    public void A_font_is_a_static_truetype_file(string name)
    {
        var head = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fonts", name + ".ttf")).AsSpan(0, 4);

        Assert.Equal([0, 1, 0, 0], head.ToArray());
    }

    [LibraryImport("vips", EntryPoint = "vips_version")]
    private static partial int VipsVersion(int flag);
}
