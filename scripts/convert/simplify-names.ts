/** Traditional characters that occur in names of regions, each followed by its simplified form. */
const pairs =
  '內内區区遼辽龍龙蘇苏東东廣广壯壮慶庆貴贵陝陕肅肃維维爾尔灣湾別别門门島岛鄲郸張张滄沧陽阳長长晉晋運运臨临呂吕頭头烏乌' +
  '倫伦貝贝彥彦蘭兰興兴錫锡連连撫抚順顺錦锦營营盤盘鐵铁蘆芦邊边鮮鲜濱滨齊齐雞鸡鶴鹤崗岗雙双鴨鸭綏绥無无鹽盐揚扬鎮镇遷迁' +
  '溫温紹绍華华麗丽蕪芜馬马銅铜黃黄廈厦鄉乡鷹鹰贛赣饒饶濟济棗枣煙烟濰潍澤泽鄭郑開开頂顶許许峽峡駐驻漢汉荊荆岡冈隨随婁娄' +
  '關关遠远欽钦賀贺來来賓宾亞亚貢贡瀘泸綿绵樂乐達达資资壩坝涼凉義义畢毕節节紅红納纳頗颇薩萨則则寶宝銀银隴陇樹树吳吴衛卫' +
  '魯鲁瑪玛溝沟橋桥靜静薊蓟陘陉礦矿欒栾縣县靈灵壽寿贊赞趙赵術术產产業业發发環环園园潤润灤滦經经滿满盧卢叢丛館馆堯尧宮宫' +
  '競竞蓮莲淶涞國国禮礼寬宽圍围場场獻献驊骅間间強强煩烦轉转綜综榮荣渾浑壺壶陰阴應应權权遙遥聞闻絳绛陸陆嵐岚風风樓楼賽赛' +
  '崙仑侖仑聯联騰腾庫库審审賚赉諾诺陳陈額额鑲镶藍蓝蓋盖會会鳳凤鮁鲅魚鱼細细偉伟燈灯圖图調调綠绿農农淨净車车樺桦輝辉羅罗' +
  '們们琿珲鋒锋訥讷恆恒蘿萝賢贤誼谊讓让蔭荫湯汤進进愛爱遜逊孫孙匯汇楊杨閔闵鄴邺賈贾鐘钟鍾钟壇坛倉仓啟启漣涟響响儀仪郵邮' +
  '蕭萧錢钱廬庐甌瓯蒼苍潯浔諸诸縉缙畬畲瑤瑶鏡镜鳩鸠為为謝谢當当樅枞觀观潛潜譙谯潁颍現现碭砀葉叶渦涡涇泾績绩閩闽廂厢嶼屿' +
  '將将鯉鲤獅狮薌芗詔诏譜谱灘滩猶犹尋寻載载鉛铅橫横歷历萊莱鋼钢嶗崂膠胶嶧峄墾垦兗兖鄒邹費费單单鄆郓實实驗验鞏巩滎荥澗涧' +
  '師师郟郏獲获澠渑臥卧鄧邓溮浉項项驛驿輿舆礄硚鄖郧點点軍军歸归夢梦監监團团蘄蕲瀏浏淥渌暉晖漵溆從从湞浈禪禅電电鳴鸣疊叠' +
  '憑凭瓊琼邁迈墊垫崍崃簡简敘叙藺蔺劍剑閣阁夾夹閬阆鄰邻鎣蓥爐炉覺觉務务習习織织貞贞謨谟冊册凱凯勻匀獨独祿禄勸劝衝冲沖冲' +
  '瀾澜謀谋個个舊旧彌弥硯砚疇畴創创結结聶聂類类脫脱錯错閻阎韓韩麥麦積积兩两剛刚雜杂稱称謙谦員员鹼碱壘垒輪轮碩硕蘊蕴醫医' +
  '藥药巒峦帶带閘闸戶户臺台雲云寧宁豐丰萬万黨党後后餘余於于辦办報报級级';

const simplified = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));

/** The text with those Traditional characters simplified that names of regions hold; its length stays. */
export function simplifyNames(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const replacement = simplified.get(text.charAt(at));
    if (!replacement) continue;
    result += text.slice(copied, at) + replacement;
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
