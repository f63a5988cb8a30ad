import type { Mapping, PhoneRule } from './mapping.js';

/*
 * Made from the column names of three vendors' exports; nobody has tried them on a vendor's data. What the vendor marks as private,
 * confidential or not for the public is left out; named contacts and internal notes are not read at all; codes of a licensed
 * taxonomy stay in a column that is never published; the vendor's day of verification is kept apart from the desk's own checks.
 */

const NO = ['no', 'n', 'false', 'f', '0'];
const YES = ['yes', 'y', 'true', 't', '1'];

const numbered: PhoneRule[] = [1, 2, 3, 4, 5].map((n) => ({ number: { column: `Phone${n}Number`, unless: `Phone${n}IsPrivate` }, type: `Phone${n}Type`, description: [`Phone${n}Name`, `Phone${n}name`, `Phone${n}Description`] }));
const named = (column: string, type: string, description: string, number = column): PhoneRule => ({ number: { column: number, unless: `${column}IsPrivate` }, type: { constant: type }, description: { constant: description } });

/** One file holds agencies, programs and sites; a program is a service and names the other two. */
export const ICAROL: Mapping = {
  name: 'iCarol export',
  columns: ['ResourceAgencyNum', 'PublicName', 'TaxonomyLevelName', 'ParentAgencyNum', 'PhysicalAddressIsPrivate', 'ConnectsToSiteNum', 'ExcludeFromWebsite'],
  rows: { column: 'TaxonomyLevelName', is: ['program', 'programatsite'] },
  joins: { agency: { by: 'ParentAgencyNum', key: 'ResourceAgencyNum' }, site: { by: 'ConnectsToSiteNum', key: 'ResourceAgencyNum' } },
  leaveOut: [
    { column: 'ExcludeFromWebsite', is: YES, why: 'The source keeps this off its website.' },
    { column: 'AvailableForReferral', is: NO, why: 'The source does not refer to this.' },
  ],
  fields: {
    id: 'ResourceAgencyNum',
    name: ['PublicName', 'OfficialName'],
    alternate_name: 'AlternateName',
    description: 'AgencyDescription',
    status: 'AgencyStatus',
    url: 'WebsiteAddress',
    email: 'EmailAddressMain',
    application_process: 'ApplicationProcess',
    fees_description: ['FeeStructureSource', 'PaymentMethods'],
    eligibility_description: 'Eligibility',
    wait_time: 'NormalWaitTime',
    accreditations: 'LicenseAccreditation',
    required_documents: 'DocumentsRequired',
    languages: { column: ['LanguagesOfferedList', 'LanguagesOffered'], as: 'list', split: ';' },
    hours: ['HoursOfOperation', 'Hours'],
    areas: { column: ['CoverageArea', 'CoverageAreaText', 'Coverage'], as: 'list' },
    accessibility: 'DisabilitiesAccess',
    foreign_codes: { column: 'TaxonomyCodes', as: 'list' },
    source_verified_on: { column: 'LastVerifiedOn', as: 'date' },
    'organization.id': 'ParentAgencyNum',
    'organization.name': { column: ['PublicName', 'OfficialName'], from: 'agency' },
    'organization.description': { column: 'AgencyDescription', from: 'agency' },
    'organization.website': { column: 'WebsiteAddress', from: 'agency' },
    'location.id': 'ConnectsToSiteNum',
    'location.name': { column: 'PublicName', from: 'site' },
    'location.transportation': { column: ['BusServiceAccess', 'PublicAccessTransportation'], from: 'site' },
    'location.confidential': { column: 'PhysicalAddressIsPrivate', from: 'site' },
    'location.latitude': { column: 'Latitude', from: 'site', unless: 'PhysicalAddressIsPrivate' },
    'location.longitude': { column: 'Longitude', from: 'site', unless: 'PhysicalAddressIsPrivate' },
    'address.address_1': { column: 'PhysicalAddress1', from: 'site', unless: 'PhysicalAddressIsPrivate' },
    'address.address_2': { column: 'PhysicalAddress2', from: 'site', unless: 'PhysicalAddressIsPrivate' },
    'address.city': { column: 'PhysicalCity', from: 'site' },
    'address.state_province': { column: 'PhysicalStateProvince', from: 'site' },
    'address.postal_code': { column: 'PhysicalPostalCode', from: 'site', as: 'zip' },
  },
  phones: [...numbered, named('PhoneNumberHotline', 'voice', 'Hotline'), named('PhoneTollFree', 'voice', 'Toll-free'), named('PhoneTTY', 'textphone', 'TTY'), named('PhoneFax', 'fax', 'Fax'), named('PhoneNumberAfterHours', 'voice', 'After hours')],
};

/** The table of services; organizations and locations are looked for in files beside it. */
export const WELLSKY: Mapping = {
  name: 'WellSky Community Services export: services',
  columns: ['PROVIDER_SERVICE_CODE_ID', 'SERVICE_CODE_ID', 'ORGANIZATION_ID', 'LOCATION_ID', 'NAME', 'TAXONOMY_DEFINITION', 'APPLICATION_PROCESS'],
  joins: { organization: { by: 'ORGANIZATION_ID', key: 'ID', file: 'organization' }, location: { by: 'LOCATION_ID', key: 'ID', file: 'location' }, address: { by: 'LOCATION_ID', key: 'LOCATION_ID', file: 'address' }, phone: { by: 'LOCATION_ID', key: 'LOCATION_ID', file: 'phone' } },
  leaveOut: [{ column: 'ISACTIVE', is: NO, why: 'The source says that this is not active.' }],
  fields: {
    id: 'PROVIDER_SERVICE_CODE_ID',
    name: 'NAME',
    alternate_name: 'ALTERNATE_NAME',
    description: 'DESCRIPTION',
    email: 'EMAIL',
    status: 'STATUS',
    application_process: 'APPLICATION_PROCESS',
    fees_description: 'FEES',
    eligibility_description: 'ELIGIBILITY',
    languages: { column: 'LANGUAGES', as: 'python', pick: ['language', 'name'] },
    hours: 'SCHEDULE',
    areas: { column: 'SERVICE_AREAS', as: 'python', pick: ['name', 'description', 'county'] },
    required_documents: { column: 'REQUIRED_DOCUMENTS', as: 'python', pick: ['document', 'name'] },
    foreign_codes: 'SERVICE_CODE_ID',
    source_verified_on: { column: 'DATE_OFFICIALCHANGE', from: 'organization', as: 'date' },
    'organization.id': 'ORGANIZATION_ID',
    'organization.name': { column: 'NAME', from: 'organization' },
    'organization.description': { column: 'DESCRIPTION', from: 'organization' },
    'organization.email': { column: 'EMAIL', from: 'organization' },
    'organization.website': { column: ['WEBSITE_ADDRESS', 'URL'], from: 'organization' },
    'location.id': 'LOCATION_ID',
    'location.name': { column: 'NAME', from: 'location' },
    'location.transportation': { column: 'TRANSPORTATION', from: 'location' },
    'location.confidential': { column: 'IS_SHELTER', from: 'location' },
    'location.latitude': { column: 'LATITUDE', from: 'location', unless: 'IS_SHELTER' },
    'location.longitude': { column: 'LONGITUDE', from: 'location', unless: 'IS_SHELTER' },
    'address.address_1': { column: 'ADDRESS_1', from: 'address' },
    'address.address_2': { column: 'ADDRESS_2', from: 'address' },
    'address.city': { column: 'CITY', from: 'address' },
    'address.state_province': { column: 'STATE_PROVINCE', from: 'address' },
    'address.postal_code': { column: 'POSTAL_CODE', from: 'address', as: 'zip' },
  },
  phones: [{ number: { column: 'NUMBER', from: 'phone' }, description: { column: 'DESCRIPTION', from: 'phone' } }, { number: { column: 'PHONES', from: 'location', as: 'python', pick: ['number', 'phone'] } }],
};

const address = (part: string): string => `AgencyAddressus_AgencyAddressus_${part}`;
/** The table of services; agencies are looked for in a file beside it. The columns of confidential addresses are not read. */
export const VISIONLINK: Mapping = {
  name: 'VisionLink export: services',
  columns: ['Agency_Id', 'Service_Id', 'Service_Status', 'ServiceSystem_Name', 'ServiceSystem_Description', 'ServiceTaxonomy_ModuleServicepost'],
  joins: { agency: { by: 'Agency_Id', key: 'Agency_Id', file: 'agenc' } },
  leaveOut: [{ column: 'Service_Status', is: ['inactive', 'deleted'], why: 'The source says that this is not active.' }],
  fields: {
    id: 'Service_Id',
    name: 'ServiceSystem_Name',
    alternate_name: 'ServiceSystem_Aka',
    description: 'ServiceSystem_Description',
    status: 'Service_Status',
    url: 'ServiceSystem_Websiteurl',
    email: 'ServiceSystem_EmailAddress',
    application_process: 'ServiceSystem_ApplicationintakeProcess',
    fees_description: 'ServiceSystem_FeeStructure',
    eligibility_description: ['ServiceSystem_Eligibility', 'ServiceOption_EligibilityFocusPopulations'],
    languages: { column: 'ServiceOption_LanguagesOtherThanEnglish', as: 'list' },
    hours: 'ServiceSystem_Hoursofoperation',
    areas: { column: 'ServiceGeotagus_ServiceGeotagus', as: 'list' },
    required_documents: 'ServiceSystem_DocumentsRequired',
    foreign_codes: { column: 'ServiceTaxonomy_ModuleServicepost', as: 'list' },
    source_verified_on: { column: 'ServiceSystem_DateOfLastCompleteUpdate', as: 'date' },
    'organization.id': 'Agency_Id',
    'organization.name': { column: 'AgencySystem_Name', from: 'agency' },
    'organization.description': { column: 'AgencySystem_Description', from: 'agency' },
    'organization.email': { column: 'AgencySystem_EmailAddress', from: 'agency' },
    'organization.website': { column: 'AgencySystem_Websiteurl', from: 'agency' },
    'location.latitude': { column: address('latitude'), from: 'agency' },
    'location.longitude': { column: address('longitude'), from: 'agency' },
    'address.address_1': { column: address('address_1'), from: 'agency' },
    'address.address_2': { column: address('address_2'), from: 'agency' },
    'address.city': { column: address('city'), from: 'agency' },
    'address.state_province': { column: address('state'), from: 'agency' },
    'address.postal_code': { column: address('zip'), from: 'agency', as: 'zip' },
  },
  phones: [
    { number: 'ServiceSystem_PhoneMain', type: { constant: 'voice' } },
    { number: 'ServiceSystem_TddPhone', type: { constant: 'textphone' } },
    { number: 'ServiceSystem_Fax', type: { constant: 'fax' } },
  ],
};
