"""Letters that only one of the two Chinese scripts has, in pairs."""

TRADITIONAL = (
    "丟來倉個們備傳傷傾僅價儀償優儲兌兒內兩冊凍刪則動務勞勢匯區卻吳員問啟單嗎嚴圍圓圖團執報場"
    "壓媽嬰實審寫寶將專尋對導層屬崗嵐師帳帶庫廚廠廣強後徑從復態慮憑應戰戶換揮損撫擁擇擊擔據擬"
    "擴攤數斷時暫書會條業極構標樣機橫檔檢檻權歷歸決沒況減測溝溫潔瀏灣為無熱燒燙營爐爭狀獨獲現"
    "環產畫當疊療發盜監眾瞞確碼種稱積穩競筆節篩簡籤紀約紅純紙級細組結絕絡給統經維網緊緒線編緩"
    "練總續罰聞聯聲職聽脫臨與舉萬蓋處虛號術衛衝補裝見規視親覽觀觸訂計訊討訓記訪設訴診詐評詞詢"
    "試話該認語誠誤說誰調談請論諾講謝謠證識議護讀變負財貨責買費貼資賠質賴趙蹤軟軸較輕輪輯輿轉"
    "辦辯這連進運過達遞遠適選遺還郵鄉醫針釣銀銷鋪錄錢錯鍵鏈鏡鑰長門閃閉開間閱關陣陳隊階險隱雜"
    "離電響頁項順須預頭顆題額願類顧顯風飲饋騙驗驟體魚麼黃點"
)
SIMPLIFIED = (
    "丢来仓个们备传伤倾仅价仪偿优储兑儿内两册冻删则动务劳势汇区却吴员问启单吗严围圆图团执报场"
    "压妈婴实审写宝将专寻对导层属岗岚师帐带库厨厂广强后径从复态虑凭应战户换挥损抚拥择击担据拟"
    "扩摊数断时暂书会条业极构标样机横档检槛权历归决没况减测沟温洁浏湾为无热烧烫营炉争状独获现"
    "环产画当叠疗发盗监众瞒确码种称积稳竞笔节筛简签纪约红纯纸级细组结绝络给统经维网紧绪线编缓"
    "练总续罚闻联声职听脱临与举万盖处虚号术卫冲补装见规视亲览观触订计讯讨训记访设诉诊诈评词询"
    "试话该认语诚误说谁调谈请论诺讲谢谣证识议护读变负财货责买费贴资赔质赖赵踪软轴较轻轮辑舆转"
    "办辩这连进运过达递远适选遗还邮乡医针钓银销铺录钱错键链镜钥长门闪闭开间阅关阵陈队阶险隐杂"
    "离电响页项顺须预头颗题额愿类顾显风饮馈骗验骤体鱼么黄点"
)


def foreign(text: str, language: str) -> set[str]:
    """The letters of ``text`` that nobody writes in ``language``, ``zh_TW`` or ``zh_CN``.

    Big5 holds what is written in Taiwan and GB 2312 what is written on the mainland; the few
    letters that a standard has and its writers do not are in the pairs above.
    """
    standard, wrong = {"zh_TW": ("big5", SIMPLIFIED), "zh_CN": ("gb2312", TRADITIONAL)}[language]
    letters = {letter for letter in text if "\u4e00" <= letter <= "\u9fff"}
    unknown = {letter for letter in letters if not letter.encode(standard, "ignore")}
    return unknown | (letters & set(wrong))
