import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { PUBLIC, workbookOf } from '../../platform/index.js';
import { HsdsExport } from '../hsds/export/hsds-export.service.js';
import type { Finding } from '../hsds/domain/report.js';
import type { ImportOptions, ImportResult } from '../hsds/hsds-import.service.js';
import type { Mapping } from './domain/mapping.js';
import { PRESETS } from './domain/presets.js';
import { TableImport } from './table-import.service.js';

const LISTS = join(__dirname, '../../../../../shared/data/samhsa-hrsa-2020');
const on = existsSync(LISTS) ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
let desk: TestDirectory;
let tables: TableImport;
beforeAll(async () => {
  desk = await testDirectory();
  tables = desk.get(TableImport);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

interface Outcome {
  result: ImportResult;
  findings: Finding[];
}
async function taken(path: string, mapping: Mapping, options: Partial<ImportOptions> = {}): Promise<Outcome> {
  const findings: Finding[] = [];
  const result = await tables.run(path, mapping, { source: 'table', onFindings: (found) => findings.push(...found), ...options });
  return { result, findings };
}
const preset = (name: string): Mapping => PRESETS[name]?.mapping as Mapping;

on("the four lists of the government's, 2020", () => {
  it.each([
    ['mental_health_facilities.csv', 'samhsa-mental-health', 'utf-8', { services: 11_375, padded: 1124 }],
    ['substance_use_facilities.csv', 'samhsa-substance-use', 'utf-8', { services: 14_034, padded: 1382 }],
    ['opioid_treatment_programs.csv', 'samhsa-opioid-programs', 'windows-1252', { services: 1831, padded: 0 }],
    ['health_centers.csv', 'hrsa-health-centers', 'utf-8', { services: 13_577, padded: 0 }],
  ])('%s: known by its columns, read whole, its zeros put back', async (file, name, encoding, { services, padded }) => {
    const look = await tables.look(join(LISTS, file));
    expect([look.preset, look.writing.encoding, look.samples.length]).toEqual([name, encoding, 3]);
    const { result, findings } = await taken(join(LISTS, file), preset(name), { dryRun: true });
    expect(result.services).toBe(services);
    expect(result.tables['service']?.added).toBe(services - (result.findings['id-twice'] ?? 0));
    expect(result.findings['zip-padded'] ?? 0).toBeGreaterThanOrEqual(padded);
    expect(findings.filter(({ file: of, row, column, detail, code }) => !of || (row > 0 && !column && code !== 'place-hidden') || !detail).slice(0, 3)).toEqual([]);
  }, 120_000);

  it('takes extensions out of intake numbers, and says so', async () => {
    const { result } = await taken(join(LISTS, 'mental_health_facilities.csv'), preset('samhsa-mental-health'), { dryRun: true });
    expect(result.findings['extension-in-number']).toBeGreaterThanOrEqual(1000);
  }, 120_000);

  it('writes the opioid programs: a way of treatment, a need, and a word of caution on each; again it changes nothing', async () => {
    const { result } = await taken(join(LISTS, 'opioid_treatment_programs.csv'), preset('samhsa-opioid-programs'), { source: 'otp' });
    expect(result.tables).toMatchObject({ attribute: { added: 2 * (result.tables['service']?.added ?? 0) } });
    expect(await desk.count(`directory.service where source = 'otp' and alert is null`)).toBe(0);
    expect(await desk.count(`directory.service where name ~ '�'`)).toBe(0);
    expect((await taken(join(LISTS, 'opioid_treatment_programs.csv'), preset('samhsa-opioid-programs'), { source: 'otp' })).result).toMatchObject({ added: 0, changed: 0, removed: 0 });
  }, 120_000);
});

describe('hostile tables', () => {
  const mapping: Mapping = {
    name: 'Ours',
    fields: { id: 'Id', name: 'Name', description: 'Text', url: 'Web', email: 'Mail', minimum_age: 'Age', source_verified_on: { column: 'Day', as: 'date' }, languages: { column: 'Languages', as: 'python' }, 'address.address_1': 'Street', 'address.city': 'Town', 'address.postal_code': { column: 'Zip', as: 'zip' } },
    phones: [{ number: 'Phone' }],
  };
  const HEAD = 'Id,Name,Text,Web,Mail,Age,Day,Languages,Street,Town,Zip,Phone';
  const line = (over: Record<string, string> = {}): string => HEAD.split(',').map((column) => `"${({ Id: '1', Name: 'Alder', Text: 'x', Street: '1 Elm', Town: 'Norwalk', Zip: '06854', Phone: '203-555-0101', ...over }[column] ?? '').replaceAll('"', '""')}"`).join(',');
  let n = 0;
  const table = (content: string | Buffer): string => {
    const path = join(folder, `hostile-${n++}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const rows = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');

  it.each<[string, string | Buffer, Partial<Finding> & { code: string }, number]>([
    ['HTML', rows(line({ Text: '<script>alert(1)</script><b>Food</b>' })), { row: 2, column: 'Text', code: 'html' }, 1],
    ['a formula', rows(line({ Text: `=cmd|' /C calc'!A0` })), { row: 2, column: 'Text', code: 'formula' }, 1],
    ['a formula that keeps a zero', rows(line({ Zip: '="06854"' })), { row: 2, column: 'Zip', code: 'quoted-formula' }, 1],
    ['lost zeros', rows(line({ Zip: '6854' })), { row: 2, column: 'Zip', code: 'zip-padded' }, 1],
    ['two megabytes of text', rows(line({ Text: 'x'.repeat(2_000_000) })), { row: 2, column: 'Text', code: 'text-cut' }, 1],
    ['two megabytes of an id', rows(line({ Id: '1'.repeat(2_000_000) }), line({ Id: '2' })), { row: 2, column: 'Id', code: 'value-too-long' }, 1],
    ['two megabytes of a number', rows(line({ Phone: '5'.repeat(2_000_000) })), { row: 2, column: 'Phone', code: 'value-too-long' }, 1],
    ['too few cells', `${rows(line())}\r\n"2","Birch"`, { row: 3, column: null, code: 'row-ragged' }, 2],
    ['too many cells', rows(`${line()},"y","z"`), { row: 2, column: null, code: 'row-ragged' }, 1],
    ['the same id twice', rows(line(), line({ Name: 'Birch' })), { row: 3, column: 'Id', code: 'id-twice' }, 1],
    ['a column twice', `${HEAD},Name\r\n${line()},"Other"`, { row: 1, column: 'Name', code: 'column-twice' }, 1],
    ['no name', rows(line({ Name: ' ' }), line({ Id: '2' })), { row: 2, column: 'Name', code: 'service-nameless' }, 1],
    ['an address that is none', rows(line({ Web: 'javascript:alert(1)' })), { row: 2, column: 'Web', code: 'url-unreadable' }, 1],
    ['a mail address that is none', rows(line({ Mail: 'nobody' })), { row: 2, column: 'Mail', code: 'email-unreadable' }, 1],
    ['an age beyond any', rows(line({ Age: '1e309' })), { row: 2, column: 'Age', code: 'number-out-of-range' }, 1],
    ['a day that is none', rows(line({ Day: 'soon' })), { row: 2, column: 'Day', code: 'date-unreadable' }, 1],
    ['a list that does not end', rows(line({ Languages: "['Spanish" })), { row: 2, column: 'Languages', code: 'list-unreadable' }, 1],
    ['a quote that is never closed', `${rows(line())}\r\n"2,Birch`, { row: 3, column: null, code: 'file-unreadable' }, 1],
    ['Windows-1252', Buffer.from(rows(line({ Name: 'Jos\u00e9', Zip: '6854' })), 'latin1'), { row: 2, column: 'Zip', code: 'zip-padded' }, 1],
    ['UTF-16', Buffer.from(`\uFEFF${rows(line({ Name: 'Jos\u00e9', Zip: '6854' }))}`, 'utf16le'), { row: 2, column: 'Zip', code: 'zip-padded' }, 1],
    ['a mark in front', `\uFEFF${rows(line({ Zip: '6854' }))}`, { row: 2, column: 'Zip', code: 'zip-padded' }, 1],
    ['semicolons', rows(line({ Zip: '6854' })).replaceAll('","', '";"').replace(HEAD, HEAD.replaceAll(',', ';')), { row: 2, column: 'Zip', code: 'zip-padded' }, 1],
    ['empty lines', `${HEAD}\r\n\r\n\r\n${line({ Zip: '6854' })}`, { row: 4, column: 'Zip', code: 'zip-padded' }, 1],
  ])('%s: a finding names row, column and reason, and the rest is read', async (_, content, expected, services) => {
    const source = `hostile-${n}`;
    const { result, findings } = await taken(table(content), mapping, { source });
    expect(findings).toContainEqual(expect.objectContaining({ ...expected, detail: expect.stringMatching(/\w.*\.$/) }));
    expect(result.tables['service']).toMatchObject({ added: services });
    const [one] = await desk.sql<{ text: string }>(`select name || coalesce(description, '') as text from directory.service where source = $1 order by source_id limit 1`, [source]);
    expect(one?.text).not.toMatch(/<|=cmd|\ufffd|�/);
  });

  it('says once what is wrong with a cell, however often it is looked at', async () => {
    const { id: _, ...fields } = mapping.fields;
    const { findings } = await taken(table(rows(line({ Zip: '6854' }))), { ...mapping, fields }, { source: 'once' });
    expect(findings.filter(({ code }) => code === 'zip-padded')).toHaveLength(1);
  });

  it.each([
    ['NUL', rows(line({ Name: 'Al\0der', Id: '1\0' }))],
    ['control characters', rows(line({ Name: 'Al\u0007\u001b[2Jder' }))],
    ['half a character', rows(line({ Name: 'Alder \\ud800' }))],
    ['nothing', ''],
    ['a header alone', HEAD],
    ['binary', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ])('%s breaks nothing', async (_, content) => {
    const { result } = await taken(table(content), mapping, { source: `odd-${n}` });
    expect(result.runId).not.toBeNull();
    expect(await desk.count(`directory.service where name ~ '[\\x01-\\x08\\x1b]'`)).toBe(0);
  });

  it('takes a workbook as it takes a text: its ZIP codes keep their zeros, a damaged one says what to do', async () => {
    const path = join(folder, 'book.xlsx');
    const columns = ['Id', 'Name', 'Text', 'Street', 'Town', 'Zip', 'Phone'];
    writeFileSync(path, await workbookOf([columns, ['x1', 'Alder House', 'x', '1 Elm', 'Norwalk', '06854', '203-555-0101'], ['', '', '', '', '', '', ''], ['x2', 'Birch House', 'x', '2 Elm', 'Norwalk', '6854', '2035550102']]));
    const look = await tables.look(path);
    expect([look.writing.encoding, look.columns, look.samples.length]).toEqual(['xlsx', columns, 2]);
    const mapping: Mapping = { name: 'a workbook', fields: { id: 'Id', name: 'Name', description: 'Text', 'address.address_1': 'Street', 'address.city': 'Town', 'address.postal_code': { column: 'Zip', as: 'zip' } }, phones: [{ number: 'Phone' }] };
    const { result } = await taken(path, mapping, { source: 'book' });
    expect([result.services, result.findings['zip-padded']]).toEqual([2, 1]);
    expect(await desk.sql(`select distinct b.postal_code as zip from directory.address b where b.source = 'book'`)).toEqual([{ zip: '06854' }]);
    writeFileSync(path, 'PK\u0003\u0004 and no more');
    await expect(taken(path, mapping, { source: 'book' })).rejects.toMatchObject({ status: 422, code: 'table.broken', detail: expect.stringMatching(/^book\.xlsx .*save it as CSV/) as string });
  });

  it('what could not be read whole retires nothing', async () => {
    const path = table(rows(line(), line({ Id: '2' })));
    await taken(path, mapping, { source: 'cut' });
    writeFileSync(path, `${rows(line())}\r\n"2,Birch`);
    expect((await taken(path, mapping, { source: 'cut', complete: true })).result).toMatchObject({ retired: 0, findings: { 'complete-unsure': 1 } });
    writeFileSync(path, rows(line()));
    expect((await taken(path, mapping, { source: 'cut', complete: true })).result).toMatchObject({ retired: 1 });
  });
});

describe("vendors' exports, by their column names", () => {
  const csv = (file: string, ...objects: Record<string, string>[]): string => {
    const columns = [...new Set(objects.flatMap((one) => Object.keys(one)))];
    writeFileSync(join(folder, file), [columns, ...objects.map((one) => columns.map((column) => one[column] ?? ''))].map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
    return join(folder, file);
  };
  const private_ = /Quarry|555-0166|41\.1|73\.4|Ada Quill/;
  const published = async (source: string): Promise<string> => JSON.stringify(await desk.sql(`select to_jsonb(s) as s, (select jsonb_agg(to_jsonb(l)) from directory.location l where l.source = $1) as l, (select jsonb_agg(to_jsonb(a)) from directory.address a where a.source = $1) as a, (select jsonb_agg(to_jsonb(f)) from directory.phone f where f.source = $1) as f from directory.service s where s.source = $1`, [source]));

  it('iCarol: programs of one file with their agency and site; nothing private, nothing that is kept off the website', async () => {
    const icarol = { ResourceAgencyNum: '', PublicName: '', TaxonomyLevelName: 'Program', ParentAgencyNum: '1', ConnectsToSiteNum: '2', AgencyStatus: 'Active', ExcludeFromWebsite: 'No', AvailableForReferral: 'Yes' };
    const path = csv(
      'icarol.csv',
      { ...icarol, ResourceAgencyNum: '1', PublicName: 'Alder', TaxonomyLevelName: 'Agency', ParentAgencyNum: '', AgencyDescription: 'An organization' },
      { ...icarol, ResourceAgencyNum: '2', PublicName: 'The house', TaxonomyLevelName: 'Site', PhysicalAddress1: '12 Quarry Lane', PhysicalCity: 'Norwalk', PhysicalStateProvince: 'CT', PhysicalPostalCode: '6854', PhysicalAddressIsPrivate: 'Yes', Latitude: '41.1', Longitude: '-73.4' },
      { ...icarol, ResourceAgencyNum: '3', PublicName: 'Alder Meals', Phone1Number: '203-555-0101', Phone1IsPrivate: 'No', Phone2Number: '203-555-0166', Phone2IsPrivate: 'Yes', TaxonomyCodes: 'XX-1000; XX-2000', LastVerifiedOn: '3/1/2026', MainContactName: 'Ada Quill' },
      { ...icarol, ResourceAgencyNum: '4', PublicName: 'Alder Secret', ExcludeFromWebsite: 'Yes' },
    );
    const { result, findings } = await taken(path, preset('icarol'), { source: 'icarol' });
    expect(result).toMatchObject({ services: 1, tables: { service: { added: 1 }, organization: { added: 1 }, location: { added: 1 }, phone: { added: 1 } } });
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ row: 5, column: 'ExcludeFromWebsite', code: 'left-out' }), expect.objectContaining({ row: 4, column: 'Phone2Number', code: 'private' }), expect.objectContaining({ code: 'place-hidden' })]));
    const text = await published('icarol');
    expect(text).not.toMatch(private_);
    expect(await desk.sql(`select name, foreign_codes, source_verified_on::text, assured_date, assured_method from directory.service where source = 'icarol'`)).toEqual([{ name: 'Alder Meals', foreign_codes: ['XX-1000', 'XX-2000'], source_verified_on: '2026-03-01', assured_date: null, assured_method: null }]);
    expect(await desk.sql(`select confidentiality from directory.location where source = 'icarol'`)).toEqual([{ confidentiality: 'hidden' }]);
  });

  it("a licensed taxonomy's codes and a source's own day are in no export", async () => {
    for (const form of ['json', 'ndjson', 'csv'] as const) {
      const out = join(folder, `out-${form}`);
      mkdirSync(out);
      await desk.get(HsdsExport).run(PUBLIC, out, form);
    }
    const { execFileSync } = await import('node:child_process');
    expect(execFileSync('grep', ['-rlE', 'XX-1000|source_verified_on|foreign_codes', folder], { encoding: 'utf8' }).trim()).toBe(join(folder, 'icarol.csv'));
  });

  it('WellSky: lists as Python prints them, and the files beside it', async () => {
    csv('wellsky-organizations.csv', { ID: '1', NAME: 'Birch', DESCRIPTION: 'An organization' });
    csv('wellsky-locations.csv', { ID: '2', NAME: 'Birch House', IS_SHELTER: 'No', LATITUDE: '41.09', LONGITUDE: '-73.42', PHONES: `[{'number': '203-555-0102', 'name': None}]` });
    csv('wellsky-addresses.csv', { ID: '9', LOCATION_ID: '2', ADDRESS_1: '1 Elm Street', CITY: 'Norwalk', STATE_PROVINCE: 'CT', POSTAL_CODE: '6854' });
    const path = csv('wellsky-services.csv', { PROVIDER_SERVICE_CODE_ID: '7', SERVICE_CODE_ID: 'XX-3', ORGANIZATION_ID: '1', LOCATION_ID: '2', NAME: 'Birch Rides', TAXONOMY_DEFINITION: 'x', APPLICATION_PROCESS: 'Call', STATUS: 'active', LANGUAGES: `['Spanish']`, ISACTIVE: 'True' });
    const { result, findings } = await taken(path, preset('wellsky'), { source: 'wellsky' });
    expect(result.tables).toMatchObject({ service: { added: 1 }, organization: { added: 1 }, address: { added: 1 }, phone: { added: 1 }, language: { added: 1 } });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'file-missing', row: 0 }));
    expect(await desk.sql(`select postal_code from directory.address where source = 'wellsky'`)).toEqual([{ postal_code: '06854' }]);
  });

  it('VisionLink: confidential addresses are not read', async () => {
    csv('visionlink-agencies.csv', { Agency_Id: '1', AgencySystem_Name: 'Cedar', AgencyAddressus_ConfidentialAddress_address_1: '12 Quarry Lane', AgencyAddressus_ConfidentialAddress_latitude: '41.1', AgencySystem_Contactname: 'Ada Quill' });
    const path = csv('visionlink-services.csv', { Agency_Id: '1', Service_Id: '5', Service_Status: 'active', ServiceSystem_Name: 'Cedar Talks', ServiceSystem_Description: 'Talking', ServiceTaxonomy_ModuleServicepost: 'XX-9', ServiceSystem_PhoneMain: '203-555-0103' });
    expect((await taken(path, preset('visionlink'), { source: 'visionlink' })).result.tables).toMatchObject({ service: { added: 1 }, location: { added: 0 }, phone: { added: 1 } });
    expect(await published('visionlink')).not.toMatch(private_);
  });
});
