/** Plain Spanish words for help that is no term of the vocabulary, with the English word that listings use. Without accents, without plural. */
export const IN_ENGLISH: Readonly<Record<string, string>> = {
  comida: 'food', alimento: 'food', despensa: 'pantry', hambre: 'food', vivienda: 'housing', casa: 'housing', renta: 'rent', alquiler: 'rent', albergue: 'shelter', refugio: 'shelter', ropa: 'clothing',
  luz: 'utility', agua: 'water', trabajo: 'job', empleo: 'employment', abogado: 'legal', legal: 'legal', transporte: 'transportation', medico: 'medical', doctor: 'doctor', clinica: 'clinic', salud: 'health',
  mental: 'mental', dental: 'dental', dentista: 'dental', seguro: 'insurance', escuela: 'school', ingle: 'english', clase: 'class', curso: 'class', guarderia: 'childcare', bebe: 'baby', familia: 'family', hijo: 'child',
  hija: 'child', nino: 'child', nina: 'child', anciano: 'elderly', dinero: 'financial', deuda: 'debt', impuesto: 'tax', ciudadania: 'citizenship', inmigracion: 'immigration', terapia: 'therapy', grupo: 'group',
  apoyo: 'support', crisis: 'crisis', suicidio: 'suicide', hospital: 'hospital', medicina: 'medicine', carcel: 'jail', mascota: 'pet', computadora: 'computer', biblioteca: 'library', deporte: 'sport',
};

/** Contractions as people type them in a hurry, without the apostrophe: words of their own, and no slips of others. Those that are another word, too ("ill", "were"), are not here. */
const CONTRACTED = 'aint arent cant cannot couldnt didnt doesnt dont hadnt hasnt havent hes im isnt ive shes shouldnt thats theres theyre wasnt werent whats wont wouldnt youre youve'.split(' ');

/** Words that say nothing of what is looked for, in English and Spanish: the one list, for listings and for terms. */
export const EMPTY: ReadonlySet<string> = new Set([...CONTRACTED,
  ...`a am an and are at can do for from get has have help i im in is it m me my near need not of on or our please s service services someone something t that the there to us want we where which who with
   al algo alguien ayuda busco con de del donde el ella en es esta este hay la las lo los me mi mis necesito no nos o para por puedo que quiero se ser si son su sus tengo un una uno y yo`.split(/\s+/),
]);
