using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Operations;

/// <summary>Rules that several settings keep.</summary>
internal static class SettingRules
{
    public static IEnumerable<(string Key, Bilingual Mistake)> Networks(string key, string value) =>
        Operations.Networks.Read(value, out var wrong) is null
            ? [(key, new($"「{wrong}」不是地址或网段；写成 127.0.0.1 或 10.1.0.0/16，几个用逗号隔开", $"“{wrong}” is neither an address nor a network; write 127.0.0.1 or 10.1.0.0/16, several parted by commas"))]
            : [];

    public static IEnumerable<(string Key, Bilingual Mistake)> File(string key, string path) =>
        path.Length > 0 && !System.IO.File.Exists(Path.GetFullPath(path, AppContext.BaseDirectory))
            ? [(key, new($"没有文件「{path}」", $"there is no file “{path}”"))]
            : [];
}
