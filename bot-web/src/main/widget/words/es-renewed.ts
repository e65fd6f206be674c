export const renewed = "Esta página se ha renovado. Se carga de nuevo en un momento, y la conversación sigue donde está.";
export const begun = "Esta página se ha renovado y tiene que cargarse de nuevo. Envía antes lo que has empezado a escribir: se perdería.";
export const without = "Cargar de nuevo sin ello";
export const unstored = "Esta página se ha renovado y no puede seguir así. La misma conversación sigue página por página.";
export const simplePage = "Abrir la página sencilla";
