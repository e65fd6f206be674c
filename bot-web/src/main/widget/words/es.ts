export const log = "Conversación";
export const answer = "Tu respuesta";
export const progress = "Por dónde vamos";
export const help = "Ayuda";
export const leave = "Salir";
export const close = "Cerrar";
export const leaving = "Pulsa Mayús dos veces más para salir";
export const leavingLast = "Pulsa Mayús una vez más para salir";
export const offline = "No hay conexión. Puedes seguir; tu respuesta queda aquí y se envía en cuanto vuelva.";
export const waits = "Queda aquí y se envía en un momento.";
export const preview = "Vista previa: aún sin revisar del todo por especialistas.";
export const you = "Tú: ";
export const change = "Cambiar esta respuesta: {0}";
export const send = "Enviar";
export const go = "Seguir";
export const more = "Más";
export const write = "Prefiero escribir";
export const skip = "Saltar";
export const unsure = "No lo sé";
export const back = "Atrás";
export const enough = "Basta por hoy";
export const menu = "Mis palabras";
export const toTalk = "Volver a la conversación";
export const hello = [
  "Soy un programa, no una persona ni una terapia. Yo pregunto, tú piensas. No sirvo para emergencias; para eso está el botón «Ayuda».",
  "Lo que me cuentes puede tocar tu salud, tu vida amorosa o tu fe, y a tu pareja.",
  "Lo uso para esta conversación y para nada más.",
];
export const mayI = "¿Puedo usar tus respuestas para eso?";
export const agree = "Sí, usa mis respuestas para esta conversación";
export const decline = "No";
export const tellMore = "Saber más";
export const haveCode = "Tengo un código";
export const declined = [
  "Está bien. No se ha guardado nada.",
  "Los artículos de este sitio siguen abiertos para ti sin conversación.",
];
export const pickOne = "Elige una respuesta para seguir.";
export const atLeast = "Elige al menos {0}.";
export const atMost = "Elige hasta {0}.";
export const yes = "Sí";
export const no = "No";
export const earlier = "tu respuesta anterior";
export const helpTitle = "Personas con quienes hablar";
export const helpSay = "Soy un programa. No puedo llamar a nadie por ti, pero estas personas están ahí.";
export const helpTalk = "Hablarlo aquí";
export const look = "Aspecto";
