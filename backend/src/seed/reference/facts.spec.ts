import { VOCABULARY } from '../../../test/vocabulary.js';
import { Lexicon } from '../../matching/domain/reading/lexicon.js';
import { read } from '../../matching/domain/reading/read.js';
import { sound } from '../../matching/domain/reading/tier.js';
import { understand, type ForWhom } from '../../matching/domain/reading/understand.js';
import { readLexicon } from './lexicon.js';

const { phrases, groups } = readLexicon(VOCABULARY);
const lexicon = new Lexicon(phrases, groups);
const heard = (text: string, whom: ForWhom): { age: number | null; facts: Record<string, string> } => {
  const { age, facts } = understand(text, read(text, lexicon), whom);
  return { age, facts };
};

describe('facts that words tell', () => {
  it.each<[string, ForWhom, Record<string, string>]>([
    ['I have no insurance', 'self', { payment: 'uninsured' }],
    ['is it free?', 'self', { payment: 'uninsured' }],
    ['free counseling please', 'self', { payment: 'uninsured' }],
    ['I am broke', 'self', { payment: 'uninsured' }],
    ['we broke up last week', 'self', {}],
    ['my phone broke', 'self', {}],
    ['I am free on Mondays', 'self', {}],
    ['I have Medicaid', 'self', { payment: 'medicaid' }],
    ['I do not have Medicaid', 'self', {}],
    ['I lost my Medicaid', 'self', { payment: 'uninsured' }],
    ['Tricare through my husband', 'self', { payment: 'tricare' }],
    ['no tengo seguro', 'self', { payment: 'uninsured' }],
    ['¿es gratis?', 'self', { payment: 'uninsured' }],
    ['I am a veteran', 'self', { veteran: 'yes' }],
    ['I am a combat veteran', 'self', { veteran: 'yes' }],
    ['I am not a veteran', 'self', { veteran: 'no' }],
    ['I work with veterans', 'self', {}],
    ['my husband is a veteran and I am worn out', 'self', {}],
    ['soy veterano', 'self', { veteran: 'yes' }],
    ['I am 5 months pregnant', 'self', { perinatal: 'yes' }],
    ['I am not pregnant', 'self', {}],
    ['estoy embarazada', 'self', { perinatal: 'yes' }],
    ['I am in college and anxious', 'self', { student: 'yes' }],
    ['I am a teacher', 'self', {}],
    ['he hit me for years', 'self', { survivor: 'yes' }],
    ['he never hit me', 'self', {}],
    ['mi marido me pega', 'self', { survivor: 'yes' }],
    ['my wife died in March', 'self', { bereaved: 'yes' }],
    ['my wife almost died', 'self', {}],
    ['we sleep in our car', 'self', { unhoused: 'yes' }],
    ['the baby only sleeps in the car', 'other', {}],
    ['not homeless yet', 'self', {}],
    ['can we do it by video', 'self', { format: 'virtual' }],
    ['an online group', 'self', { format: 'virtual' }],
    ['I met him online', 'self', {}],
    ['I watch videos all day', 'self', {}],
    ['no zoom please', 'self', { format: 'in_person' }],
    ['someone who has been there', 'self', { peer: 'yes' }],
    ['I have been there for her all my life', 'self', {}],
    ['no groups', 'self', { peer: 'no' }],
    ['I am deaf', 'self', { access: 'asl' }],
    ['he is deaf to my words', 'self', {}],
    ['I am blind', 'self', { access: 'low_vision' }],
    ['it was a blind date', 'self', {}],
    ['my license was suspended', 'self', { transport: 'none' }],
    ['only evenings after work', 'self', { time: 'weekday_evening' }],
    ['he drinks every weekend', 'other', {}],
    ['my son is trans', 'other', { lgbtq: 'yes' }],
    ['I am not gay', 'self', {}],
    ['the judge ordered anger management', 'self', { court: 'yes' }],
    ['I am a judge', 'self', {}],
  ])('“%s” (for %s): %j', (text, whom, facts) => expect(heard(text, whom).facts).toEqual(facts));

  it.each<[string, ForWhom, number | null]>([
    ['I am 17 and alone', 'self', 17],
    ['My son is 14 and he cuts himself', 'other', 14],
    ['for my mother, 82', 'other', 82],
    ['for my mother, 82 years old', 'other', 82],
    ['my 8 year old daughter', 'other', 8],
    ['I was 14 when it started, I am 31 now', 'self', 31],
    ['mi hijo tiene 15 años', 'other', 15],
    ['tengo 70 años', 'self', 70],
    ['my son, 2 weeks ago, stopped talking', 'other', null],
    ['my baby is 3 weeks old', 'self', null],
    ['sober for 3 years', 'self', null],
    ['we have been married 40 years', 'self', null],
    ['hace 5 años murió mi esposo', 'self', null],
  ])('the age in “%s” (for %s): %s', (text, whom, age) => expect(heard(text, whom).age).toBe(age));

  it.each(['I wish I was hit by a bus', 'he has been there for me but I want to die', 'every weekend I think about killing myself'])('what gives no fact silences no danger: “%s”', (text) => expect(sound(text, lexicon).tier).not.toBe('none'));
});
