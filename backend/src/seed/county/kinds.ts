import type { OrganizationKind } from './places.js';

/** A kind of service as the county has it. Sentences may hold {focus} and {town}. */
export interface Kind {
  by: OrganizationKind;
  many: number;
  names: readonly string[];
  /** Terms of taxonomy need: some are drawn for each service, in turn, so that every one occurs. */
  needs: readonly string[];
  /** How many needs a service has. */
  focus: number;
  types: readonly string[];
  populations?: readonly string[];
  restrictions?: readonly string[];
  features?: readonly string[];
  ages?: readonly (readonly [least: number | null, most: number | null])[];
  hours: 'office' | 'evening' | 'group' | 'always' | 'day' | 'line' | 'school';
  delivery: readonly (readonly string[])[];
  pay: 'free' | 'clinic' | 'public' | 'va';
  area: readonly ('county' | 'state' | 'town' | 'nation')[];
  eligibility?: string;
  opening: readonly string[];
  detail: readonly string[];
  /** Shows how many can come now. */
  places?: readonly [unit: string, most: number];
}

const EVERYTHING = ['depression', 'anxiety', 'panic', 'ptsd-trauma', 'grief', 'bipolar', 'ocd', 'adhd', 'eating-disorder', 'self-harm', 'sleep', 'work-burnout', 'anger', 'couples', 'family-conflict', 'lgbtq-identity', 'chronic-illness', 'hoarding', 'divorce', 'suicidality', 'psychosis', 'gender-transition', 'sexual-trauma', 'autism'] as const;
const ADULT = [18, null] as const;
const ROOM = ['in-person'] as const;
const EITHER = ['in-person', 'virtual'] as const;

export const KINDS: readonly Kind[] = [
  {
    by: 'peer', many: 26, names: ['One-to-One Peer Support', 'Peer Companion Program', 'Walk Beside Me', 'Peer Mentors for {focus}'], needs: ['depression', 'anxiety', 'bipolar', 'psychosis', 'chronic-smi', 'loneliness', 'ptsd-trauma', 'hospital-discharge', 'suicidality', 'self-harm', 'eating-disorder'], focus: 3, types: ['peer-support'], features: ['peer-run'], ages: [ADULT, [16, null], ADULT], hours: 'office', delivery: [EITHER, ROOM, ['in-person', 'phone']], pay: 'free', area: ['county', 'county', 'town'],
    opening: ['A trained peer who has lived with {focus} meets you once a week, for a walk, a coffee or a call.', 'You are matched with someone who knows {focus} from the inside. You decide what to talk about and where to meet.', 'One person, one conversation at a time: peers with their own history of {focus} listen, share what helped and stay for as long as you want.'],
    detail: ['No diagnosis and no referral is needed.', 'Peers are certified by the state and supervised by other peers.', 'First meetings are usually within ten days.', 'Peers can come along to appointments and help with forms.', 'Nothing is written down without your knowing it.'],
  },
  {
    by: 'peer', many: 34, names: ['{focus} Peer Group', 'Evening Circle', 'Second Wind Group', 'Common Ground Group', 'Tuesday Table', 'Hearing Voices Group', 'Young Adults Circle', 'Women’s Circle'], needs: ['depression', 'bipolar', 'anxiety', 'psychosis', 'grief', 'ptsd-trauma', 'loneliness', 'ocd', 'suicidality', 'panic', 'hoarding', 'eating-disorder', 'chronic-illness', 'work-burnout', 'adhd', 'brain-injury', 'lgbtq-identity', 'sleep'], focus: 2, types: ['support-group', 'peer-support'], features: ['peer-run'], ages: [ADULT, ADULT, [18, 30]], hours: 'group', delivery: [ROOM, ['virtual'], EITHER], pay: 'free', area: ['county', 'county', 'state'], places: ['seats', 12],
    opening: ['A group run by people who live with {focus}. Everybody speaks as much or as little as they like.', 'Peers with {focus} meet in {town} to compare notes on getting through the week.', 'No teacher and no therapist: a circle of people who know {focus}, with two trained facilitators from among them.'],
    detail: ['Come any time; the first evening you may just listen.', 'Please call once before your first visit.', 'The group is for people themselves, not for observers or family.', 'Coffee is on, and the room is up one step with a ramp at the side.', 'What is said in the room stays in the room.', 'Ground rules are read at the beginning of every meeting.'],
  },
  {
    by: 'peer', many: 8, names: ['Warmline', 'Evening Warmline', 'Night Owl Line', 'Línea Amiga'], needs: ['loneliness', 'anxiety', 'depression', 'chronic-smi', 'panic', 'sleep'], focus: 3, types: ['warmline', 'peer-support'], features: ['peer-run'], hours: 'line', delivery: [['phone']], pay: 'free', area: ['state', 'county', 'state'],
    opening: ['Call and talk to a peer. You need not be in crisis, and nobody will send help you did not ask for.', 'A line for the long hours: people who have lived with {focus} answer and listen.'],
    detail: ['Calls last up to twenty minutes; you can call again the next day.', 'This is not a crisis line. Callers in danger are connected to 988 if they wish.', 'You can stay anonymous.'],
  },
  {
    by: 'peer', many: 5, names: ['Peer Respite House', 'Respite at the Farmhouse', 'A Place to Breathe'], needs: ['suicidality', 'depression', 'psychosis', 'bipolar', 'hospital-discharge', 'chronic-smi'], focus: 3, types: ['peer-support', 'residential'], features: ['peer-run'], ages: [ADULT], hours: 'always', delivery: [ROOM], pay: 'free', area: ['state', 'county'], places: ['beds', 6],
    opening: ['A house, not a hospital: stay up to seven nights with peers awake around the clock.', 'Six quiet rooms for people who feel a crisis coming and want company rather than a ward.'],
    detail: ['You keep your own medication and come and go as you wish.', 'Guests speak to a peer by telephone before they come.', 'No insurance is asked for.'],
  },
  {
    by: 'peer', many: 9, names: ['Clubhouse', 'Drop-In Center', 'Living Room', 'Work-Ordered Day'], needs: ['chronic-smi', 'loneliness', 'psychosis', 'bipolar', 'depression', 'homelessness-mh'], focus: 3, types: ['drop-in-center', 'peer-support'], features: ['peer-run', 'near-transit'], ages: [ADULT], hours: 'day', delivery: [ROOM], pay: 'free', area: ['county', 'town'],
    opening: ['Members run the place together: kitchen, office, garden and a job program.', 'A door that is open most days, with lunch, computers and people who know what a bad week is like.'],
    detail: ['Membership is free and for life.', 'Lunch is one dollar, or washing up.', 'Vans leave from the railway station at 9:30.', 'New members are shown round by a member.'],
  },
  {
    by: 'family', many: 16, names: ['Family Support Group', 'Family Class', 'Family Peer Partner', 'Parents of Young Adults', 'When Someone You Love Is Ill', 'Siblings Group'], needs: ['family-mi', 'family-substance', 'caregiver-stress', 'family-conflict', 'suicide-loss', 'psychosis'], focus: 2, types: ['support-group', 'family-education'], populations: ['caregivers', 'parents'], restrictions: ['loved-ones-only'], features: ['peer-run'], ages: [ADULT], hours: 'group', delivery: [EITHER, ROOM, ['virtual']], pay: 'free', area: ['county', 'state'], eligibility: 'For relatives and friends; the person who is ill does not take part.',
    opening: ['For mothers, fathers, partners and brothers of people with mental illness: what to say, what to leave, and how to sleep.', 'Relatives meet relatives. The facilitators have a family member with a serious illness themselves.', 'Eight evenings on illness, treatment, crisis plans and looking after yourself.'],
    detail: ['Registration is needed for the class, not for the group.', 'Bring nobody you would have to protect.', 'Materials in English and Spanish.', 'Grandparents are welcome.'],
  },
  {
    by: 'family', many: 10, names: ['Parent Partner', 'Family Navigator', 'Parenting After Hard Times', 'Kinship Families Circle', 'New Parents’ Table'], needs: ['parenting', 'child-behavior', 'foster-adoption', 'adhd', 'autism', 'divorce', 'perinatal', 'school-bullying'], focus: 3, types: ['peer-support', 'navigation', 'family-education'], populations: ['parents', 'youth'], features: ['childcare'], ages: [[16, null]], hours: 'office', delivery: [['in-person', 'home-visit'], EITHER], pay: 'free', area: ['county', 'county', 'state'],
    opening: ['A parent who has raised a child with {focus} helps you find your way through schools, doctors and forms.', 'For parents and guardians of children with {focus}: a partner at meetings, and someone to call afterwards.'],
    detail: ['Home visits are possible in the whole county.', 'Childcare is offered during meetings.', 'School meetings (PPT, 504) are prepared together.'],
  },
  {
    by: 'clinic', many: 46, names: ['Outpatient Counseling', 'Therapy for {focus}', 'Adult Therapy', 'Evening Therapy', 'Individual and Couples Counseling', 'Talking Therapy', 'DBT Skills Program', 'Trauma Recovery Therapy'], needs: EVERYTHING, focus: 4, types: ['individual-therapy'], ages: [ADULT, [12, null], ADULT, [5, 17], ADULT], hours: 'evening', delivery: [EITHER, ROOM, EITHER, ['virtual']], pay: 'clinic', area: ['county', 'state', 'county'],
    opening: ['Licensed therapists see adults with {focus}, usually once a week.', 'Short and longer courses of therapy for {focus}. The first visit is a conversation about what you want to change.', 'A small team in {town} with experience of {focus}; cognitive, interpersonal and trauma-focused methods.'],
    detail: ['Evening visits until 8 on two days.', 'Intern therapists see people without insurance on a sliding scale.', 'You can ask for a therapist of a certain gender.', 'Missed visits are charged after the second time.', 'The waiting room is quiet, and one can wait in the car.'],
  },
  {
    by: 'clinic', many: 14, names: ['Psychiatry and Medication', 'Medication Clinic', 'Psychiatric Evaluation'], needs: ['depression', 'bipolar', 'anxiety', 'psychosis', 'adhd', 'ocd', 'chronic-smi', 'panic'], focus: 4, types: ['psychiatry', 'assessment'], ages: [ADULT, [6, 17], ADULT], hours: 'office', delivery: [EITHER, ['virtual'], ROOM], pay: 'clinic', area: ['county', 'state'],
    opening: ['Psychiatrists and nurse practitioners evaluate, prescribe and review medication for {focus}.', 'Medication visits for people with {focus}, with or without therapy in the same house.'],
    detail: ['Refills are handled within two working days.', 'No controlled stimulants at the first visit.', 'Letters for school or work on request.'],
  },
  {
    by: 'clinic', many: 10, names: ['Couples and Family Therapy', 'Family Therapy', 'Repair: Couples Sessions'], needs: ['couples', 'family-conflict', 'divorce', 'parenting', 'anger'], focus: 3, types: ['family-therapy', 'individual-therapy'], hours: 'evening', delivery: [EITHER, ROOM], pay: 'clinic', area: ['county'],
    opening: ['Couples and families come together to talk with someone who takes no side.', 'Therapy for the whole household when it is about {focus}.'],
    detail: ['Sessions last 75 minutes.', 'Not suitable where there is violence; we will help you find another place.', 'Saturday mornings are possible.'],
  },
  {
    by: 'clinic', many: 10, names: ['Pregnancy and New Parent Clinic', 'Postpartum Circle', 'After a Loss'], needs: ['perinatal', 'pregnancy-loss', 'depression', 'anxiety'], focus: 2, types: ['individual-therapy', 'support-group'], populations: ['perinatal', 'women'], restrictions: [], features: ['childcare'], ages: [[14, null]], hours: 'day', delivery: [EITHER, ['virtual']], pay: 'clinic', area: ['county', 'state'],
    opening: ['For pregnancy and the two years after, when it is not the happiness that everybody promised.', 'Therapy and a weekly circle for parents with {focus}. Babies come along.'],
    detail: ['Partners are welcome.', 'Home visits in the first eight weeks.', 'We work with your midwife if you wish.'],
  },
  {
    by: 'hospital', many: 10, names: ['Intensive Outpatient Program', 'Partial Hospital Program', 'Young Adult IOP', 'Early Psychosis Team'], needs: ['depression', 'suicidality', 'bipolar', 'psychosis', 'eating-disorder', 'self-harm', 'chronic-smi', 'hospital-discharge'], focus: 4, types: ['iop', 'php', 'group-therapy'], ages: [ADULT, [13, 17], [16, 30]], hours: 'day', delivery: [ROOM], pay: 'public', area: ['state', 'county'], places: ['people', 15],
    opening: ['Three to five days a week of groups, individual sessions and medication for {focus}; nights at home.', 'A step between hospital and weekly therapy for people with {focus}.'],
    detail: ['An intake nurse calls back the same day.', 'Transport can be arranged for Medicaid members.', 'Lunch is included.'],
  },
  {
    by: 'recovery', many: 12, names: ['Recovery Coaching', 'Recovery Community Center', 'All Paths Meeting', 'Smoke-Free Together'], needs: ['alcohol', 'opioids', 'drugs', 'gambling', 'tobacco'], focus: 3, types: ['peer-support', 'support-group'], features: ['peer-run'], ages: [ADULT, [16, null]], hours: 'day', delivery: [EITHER, ROOM, ['in-person', 'phone']], pay: 'free', area: ['county', 'state'],
    opening: ['Recovery coaches who have stopped or changed their own use meet you where you are.', 'A center for people in or looking for recovery from {focus}: coaching, meetings, music and help with work.'],
    detail: ['All paths are respected, with medication or without.', 'Narcan and training are free.', 'Telephone check-ins once a week for as long as you like.', 'No proof of sobriety is asked for.'],
  },
  {
    by: 'recovery', many: 16, names: ['Outpatient Treatment', 'Detox Unit', 'Residential Program', 'Medication for Opioid Use', 'Dual Diagnosis Program', 'Evening IOP'], needs: ['alcohol', 'opioids', 'drugs', 'gambling', 'tobacco', 'depression', 'ptsd-trauma'], focus: 3, types: ['iop', 'detox', 'residential', 'mat', 'group-therapy'], ages: [ADULT], hours: 'day', delivery: [ROOM], pay: 'public', area: ['state', 'county'], places: ['beds', 14],
    opening: ['Treatment for {focus}, with doctors, counselors and peers in one house.', 'Medically supervised care for people who want to stop or cut down, and for what often comes with it.'],
    detail: ['Same-day starts for medication are usual on weekdays.', 'Women and men have separate floors.', 'Aftercare lasts a year.', 'Court-ordered clients are accepted.'],
  },
  {
    by: 'crisis', many: 9, names: ['Mobile Crisis Team', 'Walk-In Crisis Center', 'Urgent Care for Mental Health', 'County Crisis Line'], needs: ['suicidality', 'self-harm', 'psychosis', 'panic', 'depression'], focus: 3, types: ['mobile-crisis', 'walk-in-crisis', 'crisis-line'], hours: 'always', delivery: [['in-person', 'phone'], ['phone'], ['home-visit', 'phone']], pay: 'free', area: ['county', 'state'],
    opening: ['A clinician and a peer come to where you are, or talk you through it.', 'Walk in without an appointment when it cannot wait until Monday.'],
    detail: ['Police come along only when somebody is in danger.', 'A follow-up call is made within two days.', 'Children are seen by a children’s team.'],
  },
  {
    by: 'safety', many: 14, names: ['Safe House', 'Advocacy and Counseling', 'Survivors’ Group', 'Court Advocate', 'Sexual Assault Counseling'], needs: ['domestic-violence', 'sexual-trauma', 'ptsd-trauma', 'parenting'], focus: 2, types: ['dv-advocacy', 'support-group', 'individual-therapy'], populations: ['women', 'lgbtq'], restrictions: ['survivors-only'], features: ['interpreter-phone', 'childcare'], hours: 'always', delivery: [['in-person', 'phone'], ['phone', 'virtual']], pay: 'free', area: ['county', 'state'], eligibility: 'For survivors of abuse or assault, of any gender, and their children.', places: ['rooms', 9],
    opening: ['Confidential help for people who are hurt or controlled by a partner or relative, and for their children.', 'An advocate who stays with you: safety plan, shelter, court, school and what comes after.'],
    detail: ['The address is given by telephone only.', 'You need not have left, and you need not report.', 'Pets can be looked after.', 'Immigration status is never asked.'],
  },
  {
    by: 'youth', many: 18, names: ['Teen Peer Circle', 'School Counseling', 'Calm Down Club', 'In-Home Family Therapy', 'Gender and Friends', 'Youth Mentors', 'Homework and Heads'], needs: ['child-behavior', 'school-bullying', 'anxiety', 'depression', 'adhd', 'autism', 'self-harm', 'lgbtq-identity', 'gender-transition', 'family-conflict', 'eating-disorder', 'grief', 'idd-mh'], focus: 3, types: ['individual-therapy', 'school-based', 'support-group'], populations: ['youth'], ages: [[12, 18], [6, 12], [13, 24], [5, 17]], hours: 'school', delivery: [ROOM, EITHER, ['in-person', 'home-visit']], pay: 'public', area: ['county', 'town'],
    opening: ['For young people with {focus}: somebody to talk to who is neither parent nor teacher.', 'Counselors come to school, home or the youth room, and parents get their own hour.', 'A weekly circle for teenagers, led by young adults who had it hard themselves.'],
    detail: ['From the age of 16 no parent has to sign for the first six visits.', 'Bus tickets are refunded.', 'Summer groups run in July.', 'Snacks, yes. Telephones, no.'],
  },
  {
    by: 'elder', many: 11, names: ['Memory Café', 'Friendly Calls', 'Caregivers’ Hour', 'Counseling at Home for Elders', 'Widows and Widowers'], needs: ['dementia-family', 'loneliness', 'caregiver-stress', 'grief', 'depression', 'chronic-illness', 'hoarding'], focus: 2, types: ['support-group', 'case-management', 'home-visiting'], populations: ['older-adults', 'caregivers'], features: ['transport-help'], ages: [[60, null], [55, null], ADULT], hours: 'day', delivery: [ROOM, ['home-visit', 'phone'], ['phone']], pay: 'free', area: ['county', 'town'],
    opening: ['For people over sixty and those who look after them: company, advice and a little relief.', 'A volunteer calls or visits every week, and a social worker is there when it becomes too much.'],
    detail: ['Rides can be booked two days ahead.', 'Hearing loops in the hall.', 'Respite is arranged so that the caregiver can come.'],
  },
  {
    by: 'veteran', many: 8, names: ['Vet-to-Vet Peer Support', 'Coming Home Group', 'Family Readjustment Counseling', 'Battle Buddies'], needs: ['military-transition', 'ptsd-trauma', 'alcohol', 'depression', 'family-conflict', 'anger', 'sleep'], focus: 3, types: ['peer-support', 'support-group', 'individual-therapy'], populations: ['veterans', 'military-families'], restrictions: ['military-or-family-only'], features: ['peer-run'], ages: [ADULT], hours: 'evening', delivery: [EITHER, ROOM], pay: 'va', area: ['state', 'county'], eligibility: 'Veterans, service members and their families, whatever the discharge.',
    opening: ['Veterans sit down with veterans. The coffee is strong and nobody has to explain.', 'Counseling and peer support after service, for {focus} and for the family that waited.'],
    detail: ['No VA enrollment is needed.', 'A benefits officer comes on the first Monday.', 'Spouses have their own group.'],
  },
  {
    by: 'culture', many: 14, names: ['Grupo de Apoyo', 'Consejería para Familias', 'New Neighbors Circle', 'Refugee Wellness', 'Community Health Workers', 'Women Across Borders'], needs: ['immigrant-stress', 'depression', 'anxiety', 'parenting', 'ptsd-trauma', 'perinatal'], focus: 3, types: ['support-group', 'individual-therapy', 'navigation'], populations: ['latino', 'refugees', 'asian', 'black'], features: ['interpreter-phone'], ages: [ADULT, [16, null]], hours: 'evening', delivery: [ROOM, EITHER], pay: 'free', area: ['county'],
    opening: ['For people who came from elsewhere, in their own language: {focus}, and the forms that come with a new country.', 'Un espacio para hablar de lo que pesa, en español, con consejeras de la comunidad.', 'Community health workers visit, translate and walk along to the clinic.'],
    detail: ['Nobody asks for papers.', 'Interpreters by telephone for 100 languages.', 'Childcare in the next room on group evenings.'],
  },
  {
    by: 'home', many: 9, names: ['Street Outreach', 'Supportive Housing Team', 'Reentry Navigator', 'Case Management'], needs: ['homelessness-mh', 'reentry', 'chronic-smi', 'drugs', 'hospital-discharge'], focus: 3, types: ['case-management', 'navigation', 'peer-support'], populations: ['unhoused', 'justice'], features: ['near-transit', 'transport-help'], ages: [ADULT], hours: 'office', delivery: [['in-person', 'home-visit'], ROOM], pay: 'free', area: ['county', 'town'],
    opening: ['Outreach workers and peers go where people sleep, with socks, coffee and time.', 'A case manager for people with {focus}: benefits, a bed, a doctor, and somebody who calls back.'],
    detail: ['Identification can be replaced here.', 'Mail can be sent to our address.', 'People who left prison in the last year come first.'],
  },
  {
    by: 'hospital', many: 6, names: ['First Responder Peer Team', 'Caring for Those Who Care', 'Brain Injury Clinic', 'Living With Illness Group', 'College Bridge Program'], needs: ['first-responder-stress', 'work-burnout', 'brain-injury', 'chronic-illness', 'grief', 'anxiety'], focus: 2, types: ['group-therapy', 'individual-therapy', 'assessment'], populations: ['first-responders', 'disabilities', 'students'], ages: [ADULT], hours: 'evening', delivery: [EITHER], pay: 'public', area: ['state', 'county'],
    opening: ['For people whose work or illness wears them down: {focus}, seen by people who know the field.', 'Groups and single sessions around {focus}, with a neuropsychologist and a nurse.'],
    detail: ['Self-referral is enough.', 'Sessions can be held before shifts.', 'Reports for employers only with your signature.'],
  },
  {
    by: 'clinic', many: 8, names: ['Autism and Intellectual Disability Clinic', 'Psychological Testing', 'ADHD Evaluation', 'LGBTQ+ Counseling', 'Gender Care Counseling'], needs: ['autism', 'idd-mh', 'adhd', 'lgbtq-identity', 'gender-transition', 'brain-injury'], focus: 2, types: ['assessment', 'individual-therapy'], populations: ['lgbtq', 'disabilities'], ages: [[6, null], ADULT], hours: 'office', delivery: [ROOM, EITHER], pay: 'clinic', area: ['state', 'county'],
    opening: ['Evaluation and counseling for {focus}, with reports in plain words.', 'Clinicians who know {focus} and do not treat it as a problem to be removed.'],
    detail: ['Testing takes two mornings.', 'Letters for medical care after one to three visits.', 'Quiet rooms and low light.'],
  },
];

/** Last sentences of a description, for any kind. */
export const CLOSINGS: readonly string[] = [
  'Ask for the person on duty in {town}.', 'We began in {town} in the year of the flood and are still a small team.', 'Three people answer the telephone; one of them lives in {town}.', 'First conversations take about forty minutes.',
  'If it is not right for you, we help to find what is.', 'Letters and calls are neutral: no name on the envelope.', 'The bell says nothing but the number of the house.', 'Students train here under supervision.',
  'We close for two weeks in August.', 'People who come late are let in.', 'Feedback is read aloud at the monthly meeting.', 'A short list of neighbors in {town} can drive you.', 'You can bring a friend the first time.', 'Reminders come by text if you like.',
];
