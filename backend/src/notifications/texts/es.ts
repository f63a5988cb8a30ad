import { SECRET_HERE, type Texts } from './shape.js';

/** Not checked by a person yet (docs/translating.md). */
export const es: Texts = {
  locale: 'es-US',
  letters: {
    'person-answer': ({ base }) => ({
      subject: 'Hay una respuesta para usted',
      body: `Hay una respuesta para usted.\n\nPuede leerla con el número y las palabras que guardó:\n\n${base}/es/follow\n\nEste mensaje no dice más a propósito.\n`,
    }),
    'agency-referral': ({ desk, facts }) => ({
      subject: 'Alguien pidió su ayuda',
      body: `Una persona especialista en recursos de ${desk} piensa que ustedes pueden ayudar. Quien pidió ayuda aceptó compartir unos pocos datos con ustedes.\n\n${facts}\n\nLea y responda aquí, en un minuto, sin cuenta:\n\n${SECRET_HERE}\n\nContinuar envía un código a esta dirección.\n`,
    }),
    'agency-replied': ({ desk, facts }) => ({
      subject: 'Hay una respuesta a su pregunta',
      body: `${desk} le preguntó a la persona lo que ustedes querían saber.\n\n${facts}\n\nLea lo que dijo y diga aquí si pueden ayudar, sin cuenta:\n\n${SECRET_HERE}\n\nNo pasa nada hasta que presione Continuar. Entonces enviamos un código a esta dirección.\n`,
    }),
    'agency-code': ({ desk }) => ({
      subject: 'Su código para la página que abrió',
      body: `El código:\n\n${SECRET_HERE}\n\nSirve una vez, durante diez minutos, en la página que lo pide. Si no abrió una página de ${desk}, no haga nada.\n`,
    }),
    'agency-taken-back': ({ desk, facts }) => ({
      subject: 'Se retiró una solicitud',
      body: `Se retiró lo que una persona había aceptado compartir con ustedes por medio de ${desk}. Por favor no la contacten y borren lo que anotaron de ella.\n\n${facts}\n\nEl enlace de ese correo también lo dice. No hace falta responder.\n`,
    }),
    'agency-listing': ({ desk, facts, count }) => ({
      subject: count === 1 ? '¿Sigue bien este servicio? Unos 2 minutos' : `¿Siguen bien estos ${count} servicios? Unos 2 minutos`,
      body: `${desk} envía personas a ustedes según lo que dicen sus datos.\n\n${facts}\n\nConfírmelos o cámbielos aquí, en dos minutos más o menos, sin cuenta:\n\n${SECRET_HERE}\n\nGuarde este enlace: sirve durante 13 meses. Quien lo tiene puede cambiar sus datos; páselo solo dentro de su lugar. La página también puede parar nuestros recordatorios.\n`,
    }),
    'agency-receipt': ({ desk, facts }) => ({
      subject: 'Ya se muestra un cambio de sus datos',
      body: `${desk} muestra ahora esto, como se dijo en su página:\n\n${facts}\n\nSi fueron ustedes, no hay nada que hacer.\n\nSi no fueron ustedes, presione "No fuimos nosotros" aquí. Se deshace enseguida:\n\n${SECRET_HERE}\n`,
    }),
    'agency-invited': ({ desk, facts }) => ({
      subject: 'Hay una invitación a una cuenta',
      body: `Usted puede tener una cuenta en ${desk} para este lugar:\n\n${facts}\n\nAhí ve en una lista lo que le espera. No hay contraseña: cada vez enviamos un código por correo.\n\nAcepte aquí dentro de siete días:\n\n${SECRET_HERE}\n\nNada pasa hasta que presione Continuar. Nadie necesita una cuenta: los enlaces de nuestros otros correos siguen sirviendo. Si no sabe por qué recibió esto, no haga nada.\n`,
    }),
    'agency-passkey-added': ({ desk, base, facts }) => ({
      subject: 'Se agregó una llave de acceso a su cuenta',
      body: `Se agregó una llave de acceso a su cuenta en ${desk} para este lugar:\n\n${facts}\n\nSi fue usted, no hay nada que hacer.\n\nSi no fue usted: entre con un código, quítela en Llaves de acceso y salga en todas partes. Después, por favor, avísenos.\n\n${base}/es/agency\n`,
    }),
    'agency-passkey-stopped': ({ desk, base, facts }) => ({
      subject: 'Se paró una llave de acceso de su cuenta',
      body: `Puede ser que alguien copió una llave de acceso de su cuenta en ${desk}. Ya no abre nada, y quien entró con ella salió de la cuenta. La cuenta es para este lugar:\n\n${facts}\n\nEntre con un código y quítela en Llaves de acceso. Ahí puede agregar otra.\n\n${base}/es/agency\n`,
    }),
    'applicant-received': ({ desk }) => ({
      subject: 'Tenemos lo que nos escribió',
      body: `Alguien le pidió a ${desk} que ponga su lugar en la lista y dio esta dirección. Una persona lo lee y le responde.\n\nVea aquí cómo va:\n\n${SECRET_HERE}\n\nSi no fue usted, no haga nada.\n`,
    }),
    'applicant-decided': ({ desk, facts }) => ({
      subject: 'Ya decidimos sobre su lugar',
      body: `Una persona de ${desk} leyó lo que escribió.\n\n${facts}\n\nLea aquí por qué y qué puede hacer:\n\n${SECRET_HERE}\n`,
    }),
    'agency-heard': ({ desk, facts }) => ({
      subject: 'Revisamos sus cambios',
      body: `Una persona de ${desk} revisó los cambios que ustedes enviaron.\n\n${facts}\n\nGracias por mantener los datos correctos.\n`,
    }),
  },
  answerBy: (when) => `Por favor responda a más tardar el ${when}. Después le preguntamos a otro lugar.`,
  mailedOn: (when) => `Es la solicitud de nuestro correo del ${when}.`,
  listings: (count) => `Sus servicios en la lista: ${count}`,
  application: { accepted: 'Su lugar puede estar en la lista. Le llamamos o escribimos para prepararlo.', refused: 'Su lugar no está en la lista. Puede pedir una vez que otra persona lo mire.' },
  reminders: { 2: 'Les preguntamos hace una semana y no supimos de ustedes.', 3: 'Les preguntamos dos veces y no supimos de ustedes. Este es el último correo; después llamamos.' },
  room: { open: 'Lugar para personas nuevas: sí', waitlist: 'Lugar para personas nuevas: hay lista de espera', full: 'Lugar para personas nuevas: no hay' },
  weeks: (count) => `más o menos ${count} ${count === 1 ? 'semana' : 'semanas'}`,
  fullUntil: (day) => `hasta el ${day}`,
  sheet: (count) => `Su hoja: cambiamos ${count} ${count === 1 ? 'servicio' : 'servicios'} como dijeron.`,
  changed: (field) => `Cambió: ${field}`,
  fields: { hours: 'Horario', phones: 'Teléfono', website: 'Sitio web', eligibility: 'Para quién es', cost: 'Costo', payments: 'Formas de pago', documents: 'Qué traer', languages: 'Idiomas', description: 'Descripción' },
  taken: (field) => `${field}: publicado.`,
  notTaken: (field, why) => `${field}: no publicado. ${why}`.trim(),
  secretHere: '(el enlace, que solo ellos reciben)',
};
