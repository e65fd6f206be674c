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
export const again = "Esa conversación ya no está. Podemos empezar una nueva.";
export const preview = "Vista previa: aún sin revisar por especialistas.";
export const you = "Tú: ";
export const change = "Cambiar esta respuesta: {0}";
export const send = "Enviar";
export const go = "Seguir";
export const more = "Más";
export const write = "Prefiero escribir";
export const tap = "Prefiero elegir";
export const skip = "Saltar";
export const unsure = "No lo sé";
export const back = "Atrás";
export const enough = "Basta por hoy";
export const menu = "Mis palabras";
export const restart = "Empezar de nuevo";
export const erase = "Borrar todo";
export const erased = "Todo lo de esta conversación está borrado. No queda nada.";
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
export const empty = "Escribe unas palabras o salta la pregunta.";
export const atLeast = "Elige al menos {0}.";
export const atMost = "Elige hasta {0}.";
export const yes = "Sí";
export const no = "No";
export const earlier = "tu respuesta anterior";
export const helpTitle = "Personas con quienes hablar";
export const helpSay = "Soy un programa. No puedo llamar a nadie por ti, pero estas personas están ahí.";
export const helpTalk = "Hablarlo aquí";
export const country = "País";
export const anywhere = "Sin elegir";
export const unchecked = "aún sin comprobar por este sitio";
export const call = "Llamar";
export const text = "SMS";
export const tty = "Teléfono de texto";
export const chat = "Chat";
export const site = "Sitio web";
export const hours = "Horario: {0}";
export const floor = "Llama al número de emergencias de tu país. El 112 funciona en Europa, el 911 en Estados Unidos y Canadá, el 999 en el Reino Unido, el 000 en Australia, el 111 en Nueva Zelanda.";
export const directory = "Encontrar una línea cerca de ti";
export const traces = "Una llamada o un SMS puede quedar visible en este teléfono.";
export const audiences = {
  women: "Para mujeres.",
  men: "Para hombres.",
  lgbtq: "Para personas LGBT+.",
  youth: "Para jóvenes.",
};
export const topics = {
  emergency: "Emergencia",
  partner_abuse: "Cuando una pareja hiere, amenaza o controla",
  suicide_crisis: "Cuando cuesta seguir con vida",
  relationship: "Consejo para parejas",
  own_behaviour: "Cuando me preocupa lo que hago",
  youth: "Para jóvenes",
  child: "Para niños y niñas",
};
export const elsewhere = "Esta pregunta se respondió en otra ventana. Lo que escribiste aquí queda guardado para ella.";
export const look = "Aspecto";
