import fc from 'fast-check';
import { guessColumns } from './guess.js';
import { TARGETS } from './mapping.js';

const read = (columns: string): Record<string, string> => Object.fromEntries(guessColumns(columns.split(',')).map(({ column, field }) => [column, field]));

it.each([
  ['Program,About,Phone number,Street,Town,Zip', { Program: 'name', About: 'description', 'Phone number': 'phone', Street: 'address.address_1', Town: 'address.city', Zip: 'address.postal_code' }],
  ['Agency Name,Service Name,Street Address,Address Line 2,City,State,ZIP Code', { 'Agency Name': 'organization.name', 'Service Name': 'name', 'Street Address': 'address.address_1', 'Address Line 2': 'address.address_2', City: 'address.city', State: 'address.state_province', 'ZIP Code': 'address.postal_code' }],
  ['Nombre del servicio,Organización,Teléfono,Dirección,Ciudad,Estado,Código postal,Horario,Idiomas,Costo,Página web', { 'Nombre del servicio': 'name', Organización: 'organization.name', Teléfono: 'phone', Dirección: 'address.address_1', Ciudad: 'address.city', Estado: 'address.state_province', 'Código postal': 'address.postal_code', Horario: 'hours', Idiomas: 'languages', Costo: 'fees_description', 'Página web': 'url' }],
  ['nombre,descripcion,telefonos,correo electronico,quien es elegible,para quien es', { nombre: 'name', descripcion: 'description', telefonos: 'phone', 'correo electronico': 'email', 'para quien es': 'eligibility_description' }],
  ['ServiceID,ServiceName,PhysicalAddress1,PhysicalAddress2,PhysicalCity,PhysicalZip,Hours_of_operation,LastVerifiedOn', { ServiceID: 'id', ServiceName: 'name', PhysicalAddress1: 'address.address_1', PhysicalAddress2: 'address.address_2', PhysicalCity: 'address.city', PhysicalZip: 'address.postal_code', Hours_of_operation: 'hours', LastVerifiedOn: 'source_verified_on' }],
  ['Name,Main phone,Toll free,Website URL,E-mail,Minimum age,Max Age,Latitude,lng', { Name: 'name', 'Main phone': 'phone', 'Toll free': 'phone', 'Website URL': 'url', 'E-mail': 'email', 'Minimum age': 'minimum_age', 'Max Age': 'maximum_age', Latitude: 'location.latitude', lng: 'location.longitude' }],
  ['Service,Eligibility,Fees,What to bring,How to apply,Area served,Waiting list', { Service: 'name', Eligibility: 'eligibility_description', Fees: 'fees_description', 'What to bring': 'required_documents', 'How to apply': 'application_process', 'Area served': 'areas', 'Waiting list': 'wait_time' }],
])('%s', (columns, guesses) => {
  expect(read(columns)).toEqual(guesses);
});

it.each([
  ['a table of agencies', 'Agency,Phone', { Agency: 'name', Phone: 'phone' }],
  ['a table of places', 'Facility name,City', { 'Facility name': 'name', City: 'address.city' }],
  ['agencies at places', 'Organization,Location', { Organization: 'name', Location: 'location.name' }],
])('%s names its services by them', (_, columns, guesses) => {
  expect(read(columns)).toEqual(guesses);
});

it.each(['Contact name', 'Contact phone', 'Director', 'Internal notes', 'Fax', 'Mailing address', 'Confidential address', 'Private phone', 'Dirección confidencial', 'Nombre del contacto', 'Service type', 'Category', 'County', 'Row', 'Column 7', ''])('%p is left to the steward', (column) => {
  expect(guessColumns([column])).toEqual([]);
});

it.each(['Confidential', 'PhysicalAddressIsPrivate', 'Address is confidential'])('%s says whether an address may be shown', (column) => {
  expect(guessColumns([column])).toEqual([{ column, field: 'location.confidential' }]);
});

it('of two columns for one field the surer one is taken, else the first; telephones are as many as there are', () => {
  expect(read('Program description,Description,Phone 1,Phone 2,City,Town')).toEqual({ Description: 'description', 'Phone 1': 'phone', 'Phone 2': 'phone', City: 'address.city' });
});

it('guesses only what a column can fill, each field but telephones once, whatever the names are', () => {
  const names = ['Name', 'Agency', 'Phone', 'Tel', 'City', 'Ciudad', 'Zip', 'ID', 'about', 'Horario'];
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...names), fc.string()), { maxLength: 12 }), (columns) => {
    const guesses = guessColumns(columns).filter(({ field }) => field !== 'phone');
    expect(guesses.every(({ column, field }) => columns.includes(column) && TARGETS.includes(field as never))).toBe(true);
    expect(new Set(guesses.map(({ field }) => field)).size).toBe(guesses.length);
  }));
});
