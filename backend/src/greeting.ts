import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts, SetUp } from './people/index.js';
import type { Config } from './platform/index.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './seed/index.js';

const demoLines = (): string[] => [
  '',
  `Demo sign-ins at the desk, all with the password "${DEMO_PASSWORD}":`,
  ...DEMO_PEOPLE.map(({ email, name, roles }) => `  ${email.padEnd(20)} ${name.padEnd(12)} ${roles.join(', ')}`),
];

/** What the operator reads when the desk is up: where it is, who may sign in, where mail and data lie. */
export async function greet(app: NestFastifyApplication, config: Config): Promise<void> {
  const { baseUrl, demo, SMTP_URL, DATA_DIR, embedded } = config;
  const mail = SMTP_URL ? 'goes to your SMTP server' : demo ? `can be read at ${baseUrl}/desk/mailbox (sign in as ${DEMO_PEOPLE.find(({ roles }) => roles.includes('ADM'))?.email})` : 'is kept and not sent: set SMTP_URL';
  const lines = [
    '',
    `The Referral Desk is open:  ${baseUrl}`,
    `  Look for help             ${baseUrl}/en/find`,
    `  Ask for help              ${baseUrl}/en/ask`,
    `  The desk                  ${baseUrl}/desk`,
    `  Agencies with an account  ${baseUrl}/en/agency`,
    `  Mail                      ${mail}`,
    `  Data                      ${embedded ? DATA_DIR : 'in your PostgreSQL; keys in ' + DATA_DIR}`,
    ...(demo ? demoLines() : await firstAdministrator(app, baseUrl)),
    '',
    'Not for real people yet: second factors are not built.',
    'Ctrl-C stops everything.',
    '',
  ];
  console.log(lines.join('\n'));
}

/** Outside demo mode an install without accounts prints a link that works once. */
async function firstAdministrator(app: NestFastifyApplication, baseUrl: string): Promise<string[]> {
  if (await app.get(Accounts).count(false)) return [];
  const path = await app.get(SetUp).newLink();
  return ['', 'Nobody can sign in yet. Make the first administrator within an hour, once, at', `  ${baseUrl}${path}`, 'or with  npm run desk -- create-admin'];
}
