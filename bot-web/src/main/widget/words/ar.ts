export const log = "المحادثة";
export const answer = "الإجابة";
export const progress = "أين وصلنا";
export const help = "مساعدة";
export const leave = "مغادرة";
export const close = "إغلاق";
export const leaving = "للمغادرة، الضغط على Shift مرتين أخريين";
export const leavingLast = "للمغادرة، الضغط على Shift مرة أخرى";
export const offline = "انقطع الاتصال. يمكن المتابعة؛ تبقى الإجابة هنا وتُرسل فور عودته.";
export const waits = "تبقى هنا وتُرسل بعد لحظة.";
export const again = "لم تعد تلك المحادثة موجودة. يمكننا أن نبدأ محادثة جديدة.";
export const preview = "نسخة أولية: لم يراجعها مختصون بعد.";
export const you = "أنت: ";
export const change = "تغيير هذه الإجابة: {0}";
export const send = "إرسال";
export const go = "متابعة";
export const more = "المزيد";
export const write = "أفضّل الكتابة";
export const tap = "أفضّل الاختيار";
export const skip = "تخطٍّ";
export const unsure = "لا أعرف";
export const back = "رجوع";
export const enough = "يكفي لهذا اليوم";
export const menu = "كلماتي";
export const restart = "البدء من جديد";
export const erase = "محو كل شيء";
export const erased = "مُحي كل ما في هذه المحادثة. لم يبقَ منه شيء.";
export const toTalk = "العودة إلى المحادثة";
export const hello = [
  "أنا برنامج، لست شخصًا ولا علاجًا نفسيًا. أنا أسأل، والتفكير لك. لست للحالات الطارئة؛ زر «مساعدة» لها.",
  "ما يُقال هنا قد يمس الصحة أو الحياة العاطفية أو الإيمان، وقد يخص شريك الحياة.",
  "أستخدمه لهذه المحادثة ولا شيء غيرها.",
];
export const mayI = "هل يمكنني استخدام إجاباتك لذلك؟";
export const agree = "نعم، استخدم إجاباتي لهذه المحادثة";
export const decline = "لا";
export const tellMore = "معرفة المزيد";
export const haveCode = "لدي رمز";
export const declined = [
  "لا بأس. لم يُحفظ أي شيء.",
  "مقالات هذا الموقع مفتوحة لك من دون محادثة.",
];
export const pickOne = "للمتابعة، يلزم اختيار واحد.";
export const empty = "بضع كلمات تكفي، أو يمكن التخطي.";
export const atLeast = "يلزم اختيار {0} على الأقل.";
export const atMost = "يمكن اختيار {0} على الأكثر.";
export const yes = "نعم";
export const no = "لا";
export const earlier = "إجابتك السابقة";
export const helpTitle = "أشخاص يمكن الوصول إليهم";
export const helpSay = "أنا برنامج. لا أستطيع الاتصال بأحد نيابة عنك، لكن هؤلاء موجودون.";
export const helpTalk = "التحدث عن الأمر هنا";
export const country = "البلد";
export const anywhere = "لم يُختر";
export const unchecked = "لم يتحقق منه هذا الموقع بعد";
export const call = "اتصال";
export const text = "رسالة نصية";
export const tty = "هاتف نصي";
export const chat = "دردشة";
export const site = "موقع";
export const hours = "الأوقات: {0}";
export const floor = "اتصل برقم الطوارئ في بلدك. يعمل 112 في أوروبا، و911 في الولايات المتحدة وكندا، و999 في المملكة المتحدة، و000 في أستراليا، و111 في نيوزيلندا.";
export const directory = "إيجاد خط مساعدة قريب";
export const traces = "قد يبقى الاتصال أو الرسالة ظاهرًا على هذا الهاتف.";
export const audiences = {
  women: "للنساء.",
  men: "للرجال.",
  lgbtq: "لمجتمع الميم.",
  youth: "للشباب.",
};
export const topics = {
  emergency: "طوارئ",
  partner_abuse: "حين يؤذي الشريك أو يهدد أو يتحكم",
  suicide_crisis: "حين يصعب البقاء على قيد الحياة",
  relationship: "استشارات العلاقات",
  own_behaviour: "حين يقلقني ما أفعله",
  youth: "للشباب",
  child: "للأطفال",
};
export const elsewhere = "أُجيب عن هذا السؤال في نافذة أخرى. ما كُتب هنا يبقى محفوظًا له.";
export const look = "المظهر";
