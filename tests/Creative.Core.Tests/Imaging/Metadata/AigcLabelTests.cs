using System.Text;
using Creative.Core.Imaging.Metadata;
using Xunit;

namespace Creative.Core.Tests.Imaging.Metadata;

public sealed class AigcLabelTests
{
    private static readonly AigcLabel Label = AigcLabel.FirstWritten(ProviderCode.Sample, "01JD0000000000000000000001");

    [Fact]
    public void Says_first_that_producer_and_propagator_are_the_same() =>
        Assert.Equal((Label.ContentProducer, Label.ProduceId), (Label.ContentPropagator, Label.PropagateId));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_the_bare_and_the_wrapped_form(bool wrapped)
    {
        var json = Label.ToJson(wrapped);
        Assert.Equal(wrapped, json.Contains("\"AIGC\"", StringComparison.Ordinal));
        Assert.Equal(Label, AigcLabel.FromJson(json));
    }

    [Fact]
    public void Writes_the_fields_of_Annex_E_in_order_as_text() =>
        Assert.Equal(
            """{"Label":"1","ContentProducer":"001191000000000000000K10000","ProduceID":"01JD0000000000000000000001","ReservedCode1":"a+/=","ContentPropagator":"001191000000000000000K10000","PropagateID":"01JD0000000000000000000001","ReservedCode2":""}""",
            (Label with { ReservedCode1 = "a+/=" }).ToJson());

    [Theory]
    [InlineData("has space")]
    [InlineData("quote\"")]
    [InlineData("back\\slash")]
    [InlineData("中文")]
    public void Refuses_characters_that_the_standard_does_not_allow(string value) =>
        Assert.Contains("ProduceID", Assert.Throws<ArgumentException>(() => (Label with { ProduceId = value }).ToJson()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Label":"1","Label":"2"}""", "not valid JSON")]
    [InlineData("""{"Label":"1"}""", "ContentProducer")]
    [InlineData("""{"Label":1}""", "Label")]
    [InlineData("[]", "Label")]
    [InlineData("{", "not valid JSON")]
    public void Refuses_damaged_labels(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => AigcLabel.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Packs_into_XMP_and_comes_back()
    {
        var packet = new XmpPacket(Label.ToJson(), XmpPacket.CompositeWithTrainedAlgorithmicMedia);
        var bytes = Encoding.UTF8.GetBytes(packet.ToString());
        Assert.InRange(bytes.Length, 500, 1_500);
        Assert.Equal(packet, XmpPacket.Parse(bytes));
    }

    [Fact]
    public void Reads_the_label_as_an_attribute_too()
    {
        const string Xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;}"/></rdf:RDF></x:xmpmeta>
            """;
        Assert.Equal("""{"Label":"1"}""", XmpPacket.Parse(Encoding.UTF8.GetBytes(Xmp))!.LabelJson);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'aaaa'>]><x>&e;</x>")]
    [InlineData("<x>")]
    [InlineData("""<x xmlns:T="http://www.tc260.org.cn/ns/AIGC/1.0/"><T:AIGC>{}</T:AIGC><y T:AIGC="{}"/></x>""")]
    public void Refuses_entities_damage_and_two_labels(string xmp) =>
        Assert.Throws<InvalidDataException>(() => XmpPacket.Parse(Encoding.UTF8.GetBytes(xmp)));

    [Fact]
    public void Refuses_a_packet_over_64_kilobytes() =>
        Assert.Throws<InvalidDataException>(() => XmpPacket.Parse(new byte[XmpPacket.MaxBytes + 1]));

    [Fact]
    public void Finds_no_label_in_XMP_of_others() => Assert.Null(XmpPacket.Parse("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>"u8));
}
