import { hoursLine, spokenTime } from './hours-text.js';

const row = { freq: 'WEEKLY', interval: null, description: null, byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00' };

it.each([
  [{}, 'Monday to Friday, 9 am to 5 pm'],
  [{ byday: 'TU,TH', opensAt: '18:30', closesAt: '20:00' }, 'Tuesday and Thursday, 6:30 pm to 8 pm'],
  [{ byday: '2WE,4WE', freq: 'MONTHLY', opensAt: '18:00', closesAt: '19:30' }, '2nd and 4th Wednesday, 6 pm to 7:30 pm'],
  [{ byday: '-1FR', freq: 'MONTHLY', opensAt: '12:00', closesAt: '13:00' }, 'last Friday, 12 pm to 1 pm'],
  [{ byday: 'MO,TU,WE,TH,FR,SA,SU', opensAt: '00:00', closesAt: '23:59' }, 'Every day, day and night'],
  [{ byday: 'SA', interval: 2, description: 'by appointment' }, 'Every second Saturday, 9 am to 5 pm (by appointment)'],
  [{ byday: null, description: 'Call for hours' }, 'Call for hours'],
  [{ byday: null }, undefined],
])('says %j', (over, line) => expect(hoursLine({ ...row, ...over })).toBe(line));

it('says noon and midnight', () => expect(['00:00', '12:00', '23:59'].map(spokenTime)).toEqual(['12 am', '12 pm', '11:59 pm']));
