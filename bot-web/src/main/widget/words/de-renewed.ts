export const renewed = "Diese Seite ist erneuert worden. Sie lädt gleich neu, und das Gespräch geht weiter, wo es ist.";
export const begun = "Diese Seite ist erneuert worden und muss neu laden. Schick zuerst ab, was du angefangen hast: Es ginge verloren.";
export const without = "Ohne das neu laden";
export const unstored = "Diese Seite ist erneuert worden und kann so nicht weitermachen. Dasselbe Gespräch geht Seite für Seite weiter.";
export const simplePage = "Die einfache Seite öffnen";
