using System.Buffers;
using System.Text;
using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Tests.Import.Reading;

/// <summary>Against the framework's own decoder, code by code.</summary>
public sealed class Gb18030EncodingTests
{
    private static readonly Encoding Framework = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void EveryCharacter_Encoded_IsReadBack()
    {
        var text = new StringBuilder();
        for (var scalar = 0; scalar <= 0x10FFFF; scalar++)
        {
            if (Rune.IsValid(scalar))
                text.Append(new Rune(scalar).ToString());
        }

        var all = text.ToString();
        using var source = new EncodedText(new MemoryStream(Framework.GetBytes(all)), TextEncoding.Gb18030);
        var read = new char[all.Length + CharSource.LeastRoom];
        var length = 0;
        while (source.Read(read.AsSpan(length)) is var count and > 0)
            length += count;

        Assert.Empty(source.Broken);
        Assert.True(all.AsSpan().SequenceEqual(read.AsSpan(0, length)));
    }

    [Fact]
    public void EveryPairOfBytes_IsReadOrBrokenAsTheStandardHasIt()
    {
        var chars = new char[4];
        for (var pair = 0x8000; pair <= 0xFFFF; pair++)
        {
            byte[] bytes = [(byte)(pair >> 8), (byte)pair];
            var isText = bytes[0] is >= 0x81 and <= 0xFE && bytes[1] is >= 0x40 and <= 0xFE and not 0x7F;
            var status = TextEncoding.Gb18030.Decode(bytes, chars, out _, out var written);

            Assert.Equal(isText, status == OperationStatus.Done && written == 1);
            if (isText)
                Assert.Equal(Framework.GetString(bytes), new string(chars, 0, 1));
        }
    }

    [Theory]
    [InlineData('业', true)]
    [InlineData('齄', true)]
    [InlineData('區', false)]
    [InlineData('の', false)]
    [InlineData('a', false)]
    [InlineData('\uE810', false)]
    public void Common_OfACharacter_IsWhetherGb2312HoldsIt(char character, bool isCommon) => Assert.Equal(isCommon, Gb18030Encoding.IsCommon(character));
}
