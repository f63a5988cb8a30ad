import { daysNamed } from './named-days.js';

it.each([
  ['first saturday of the month 10-2', '1SA'],
  ['First and third Saturday of the month, 10 am to 2 pm', '1SA,3SA'],
  ['last Friday of each month', '-1FR'],
  ['each second Friday, 10 am to noon', 'FR'],
  ['Saturdays 9:30-12', 'SA'],
  ['Monday to Wednesday, 6 pm - 8 pm', 'MO,TU,WE'],
  ['Fri-Mon', 'FR,SA,SU,MO'],
  ['primer sábado del mes, de 10 a 2', '1SA'],
  ['un viernes sí y otro no, de 10 a 12', 'FR'],
  ['de lunes a miércoles', 'MO,TU,WE'],
])('"%s" may be on %s alone', (text, byday) => expect(daysNamed(text)).toBe(byday));

it.each(['By appointment', 'Saturdays by appointment', 'Call for Saturday hours', 'Not on Mondays', 'except Friday', '10-2', '', null])('"%s" may be on any day', (text) => expect(daysNamed(text)).toBeUndefined());
