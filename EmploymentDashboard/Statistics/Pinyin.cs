using System.Collections.Frozen;
using System.Text;

namespace EmploymentDashboard.Statistics;

/// <summary>
/// How Chinese names are read, for finding them by Latin letters: 巴南 is <c>ba nan</c>. Tones are left out and ü is written v, as people type it.
/// GB 2312 orders its 3,755 first-level characters by their reading, so the first character of each syllable gives them all.
/// </summary>
public static class Pinyin
{
    private const int FirstCommon = 0xB0A1;
    private const int LastCommon = 0xD7F9;

    /// <summary>GBK puts characters that GB 2312 lacks between its rows, on second bytes below this one.</summary>
    private const int FirstTrail = 0xA1;

    /// <summary>The first character of each syllable and the syllable, in the order of GB 2312.</summary>
    private const string Syllables = """
        啊a 埃ai 鞍an 肮ang 凹ao 芭ba 白bai 斑ban 邦bang 苞bao 杯bei 奔ben 崩beng 逼bi 鞭bian 标biao 鳖bie 彬bin 兵bing 玻bo 捕bu 擦ca 猜cai 餐can 苍cang 操cao 厕ce 层ceng 插cha 拆chai
        搀chan 昌chang 超chao 车che 郴chen 撑cheng 吃chi 充chong 抽chou 初chu 揣chuai 川chuan 疮chuang 吹chui 春chun 戳chuo 疵ci 聪cong 凑cou 粗cu 蹿cuan 摧cui 村cun 磋cuo 搭da 呆dai
        耽dan 当dang 刀dao 德de 蹬deng 堤di 颠dian 碉diao 跌die 丁ding 丢diu 东dong 兜dou 督du 端duan 堆dui 墩dun 掇duo 蛾e 恩en 而er 发fa 藩fan 坊fang 菲fei 芬fen 丰feng 佛fo 否fou 夫fu
        噶ga 该gai 干gan 冈gang 篙gao 哥ge 给gei 根gen 耕geng 工gong 钩gou 辜gu 刮gua 乖guai 棺guan 光guang 瑰gui 辊gun 锅guo 哈ha 骸hai 酣han 夯hang 壕hao 呵he 嘿hei 痕hen 哼heng 轰hong
        喉hou 呼hu 花hua 槐huai 欢huan 荒huang 灰hui 荤hun 豁huo 击ji 嘉jia 歼jian 僵jiang 蕉jiao 揭jie 巾jin 荆jing 炯jiong 揪jiu 鞠ju 捐juan 撅jue 均jun 喀ka 开kai 刊kan 康kang 考kao
        坷ke 肯ken 坑keng 空kong 抠kou 枯ku 夸kua 块kuai 宽kuan 匡kuang 亏kui 坤kun 括kuo 垃la 莱lai 蓝lan 琅lang 捞lao 勒le 雷lei 棱leng 厘li 俩lia 联lian 粮liang 撩liao 列lie 琳lin
        玲ling 溜liu 龙long 楼lou 芦lu 驴lv 峦luan 掠lve 抡lun 萝luo 妈ma 埋mai 瞒man 芒mang 猫mao 么me 玫mei 门men 萌meng 眯mi 棉mian 苗miao 蔑mie 民min 明ming 谬miu 摸mo 谋mou 拇mu 拿na
        氖nai 南nan 囊nang 挠nao 呢ne 馁nei 嫩nen 能neng 妮ni 蔫nian 娘niang 鸟niao 捏nie 您nin 柠ning 牛niu 脓nong 奴nu 女nv 暖nuan 虐nve 挪nuo 哦o 欧ou 啪pa 拍pai 攀pan 乓pang 抛pao 呸pei
        喷pen 砰peng 坯pi 篇pian 飘piao 撇pie 拼pin 乒ping 坡po 剖pou 扑pu 期qi 掐qia 牵qian 枪qiang 橇qiao 切qie 钦qin 青qing 琼qiong 秋qiu 趋qu 圈quan 缺que 裙qun 然ran 瓤rang 饶rao 惹re
        壬ren 扔reng 日ri 戎rong 揉rou 茹ru 软ruan 蕊rui 闰run 若ruo 撒sa 腮sai 三san 桑sang 搔sao 瑟se 森sen 僧seng 莎sha 筛shai 珊shan 墒shang 梢shao 奢she 砷shen 声sheng 师shi 收shou
        蔬shu 刷shua 摔shuai 栓shuan 霜shuang 谁shui 吮shun 说shuo 斯si 松song 搜sou 苏su 酸suan 虽sui 孙sun 蓑suo 塌ta 胎tai 坍tan 汤tang 掏tao 特te 藤teng 梯ti 天tian 挑tiao 贴tie
        厅ting 通tong 偷tou 凸tu 湍tuan 推tui 吞tun 拖tuo 挖wa 歪wai 豌wan 汪wang 威wei 瘟wen 嗡weng 挝wo 巫wu 昔xi 瞎xia 掀xian 相xiang 萧xiao 楔xie 薪xin 星xing 兄xiong 休xiu 墟xu 轩xuan
        靴xue 勋xun 压ya 焉yan 殃yang 邀yao 椰ye 一yi 茵yin 英ying 哟yo 拥yong 幽you 迂yu 鸳yuan 曰yue 耘yun 匝za 栽zai 咱zan 赃zang 遭zao 责ze 贼zei 怎zen 增zeng 扎zha 摘zhai 瞻zhan
        樟zhang 招zhao 遮zhe 珍zhen 蒸zheng 芝zhi 中zhong 舟zhou 珠zhu 抓zhua 拽zhuai 专zhuan 桩zhuang 椎zhui 谆zhun 捉zhuo 兹zi 鬃zong 邹zou 租zu 钻zuan 嘴zui 尊zun 昨zuo
        """;

    /// <summary>Characters beyond the first level, which are ordered by strokes, and where names read a character another way than its place says.</summary>
    private const string Exceptions = """
        碚bei 綦qi 璧bi 潼tong 毓yu 纾shu 帧zhen 都du
        重chong庆qing 银yin行hang 行hang业ye 增zeng长zhang 成cheng长zhang 会kuai计ji 调tiao整zheng 率shuai先xian
        """;

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("GB2312")!;
    private static readonly (string Characters, string[] Readings)[] Table = [.. Read(Syllables)];
    private static readonly int[] Codes = [.. Table.Select(entry => CodeOf(entry.Characters[0]))];
    private static readonly FrozenDictionary<string, string[]> ReadOtherwise = Read(Exceptions).ToFrozenDictionary(entry => entry.Characters, entry => entry.Readings, StringComparer.Ordinal);

    /// <summary>
    /// A text syllable by syllable: each Chinese character is one, and each run of Latin letters and digits, in lower case. What stands between is left
    /// out; a character of unknown reading stands for itself.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var syllables = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                var end = at + 1;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                    end++;
                syllables.Add(text[at..end].ToLowerInvariant());
                at = end - 1;
            }
            else if (at + 1 < text.Length && ReadOtherwise.TryGetValue(text.Substring(at, 2), out var word))
            {
                syllables.AddRange(word);
                at++;
            }
            else if (char.IsLetter(text[at]))
            {
                syllables.Add(ReadingOf(text[at]));
            }
        }

        return syllables;
    }

    /// <summary>
    /// Whether letters, typed without spaces, say the syllables from one of them on: each syllable in full or by its initial, the last one as far as it
    /// was typed. <c>bn</c>, <c>banan</c>, <c>bnan</c> and <c>bana</c> all say 巴南.
    /// </summary>
    /// <returns>How many syllables were said; 0 where they were not.</returns>
    public static int Said(ReadOnlySpan<char> letters, IReadOnlyList<string> syllables, int from)
    {
        if (letters.IsEmpty || from == syllables.Count)
            return 0;

        var syllable = syllables[from];
        if (syllable.AsSpan().StartsWith(letters, StringComparison.Ordinal))
            return 1;
        if (letters.StartsWith(syllable, StringComparison.Ordinal) && Said(letters[syllable.Length..], syllables, from + 1) is > 0 and var rest)
            return rest + 1;
        return letters[0] == syllable[0] && Said(letters[1..], syllables, from + 1) is > 0 and var others ? others + 1 : 0;
    }

    private static string ReadingOf(char character)
    {
        if (ReadOtherwise.TryGetValue(character.ToString(), out var reading))
            return reading[0];
        if (CodeOf(character) is not (>= FirstCommon and <= LastCommon and var code))
            return character.ToString();

        var index = Array.BinarySearch(Codes, code);
        return Table[index < 0 ? ~index - 1 : index].Readings[0];
    }

    /// <summary>The character's number in GB 2312; 0 where that does not hold it.</summary>
    private static int CodeOf(char character)
    {
        Span<byte> bytes = stackalloc byte[2];
        return Gb2312.TryGetBytes([character], bytes, out var length) && length == 2 && bytes[1] >= FirstTrail ? (bytes[0] << 8) | bytes[1] : 0;
    }

    /// <summary>Words of characters, each followed by its reading.</summary>
    private static IEnumerable<(string Characters, string[] Readings)> Read(string table) =>
        from word in table.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        let characters = string.Concat(word.Where(letter => !char.IsAsciiLetter(letter)))
        select (characters, word.Split(characters.ToCharArray(), StringSplitOptions.RemoveEmptyEntries));
}
