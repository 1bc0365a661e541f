using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Tests.Import.Reading;

/// <summary>Memory is the whole process's, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(CsvTextMemoryTests), DisableParallelization = true)]
[Collection(nameof(CsvTextMemoryTests))]
public sealed class CsvTextMemoryTests
{
    [Fact]
    public async Task Rows_OfAFileOnDisk_AreReadInMemoryThatDoesNotGrow()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var writer = new StreamWriter(path))
            {
                for (var row = 0; row < 200_000; row++)
                    await writer.WriteLineAsync($"巴南区,新增就业,{row},\"text {row * 7919L}\",{row % 97}");
            }

            var file = await ImportFile.OfPathAsync(path);
            var text = CsvText.Open(file, Vocabulary.OfHeaders, ReadingSettings.Found, new("test.csv"))!;
            var (count, most, before) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
            foreach (var row in text.Rows())
            {
                if (++count % 50_000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            Assert.Equal(200_000, count);
            Assert.InRange(most, long.MinValue, 4_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
