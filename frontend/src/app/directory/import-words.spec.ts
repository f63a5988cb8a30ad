import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FileView, ImportView } from '../api/match-types';
import { defectWords, sumWords } from './import-words';
import { ImportsStore } from './imports-store';

type Part = ImportView['parts'][number];
const part = (name: Part['part'], counts: Partial<Part> = {}): Part => ({ part: name, added: 0, changed: 0, removed: 0, ...counts });

it.each([
  [{ services: 2, retired: 0, parts: [part('service'), part('detail')] }, '2 services read. Nothing changes: the directory holds all of this already.'],
  [{ services: 0, retired: 0, parts: [part('service')] }, 'No services in it.'],
  [{ services: 1, retired: 0, parts: [part('service', { added: 1 }), part('organization', { added: 1 }), part('place', { added: 1 }), part('detail', { added: 3 })] }, '1 service read. New: 1 service, 1 organization, 1 place, 3 details.'],
  [{ services: 1200, retired: 1, parts: [part('service', { changed: 2 }), part('detail', { changed: 1, removed: 4 })] }, '1,200 services read. Changed: 2 services, 1 detail. Removed: 4 details. No longer named, so retired: 1 service.'],
])('%j: %s', (counts, text) => expect(sumWords(counts)).toBe(text));

it('a sentence that each row has for itself is an instance', () => {
  expect(defectWords({ detail: 'The service “A” has no description.', alike: false, count: 3 })).toBe('For instance: The service “A” has no description.');
  expect([defectWords({ detail: 'So.', alike: true, count: 3 }), defectWords({ detail: 'So.', alike: true, count: 1 })]).toEqual(['So.', 'So.']);
});

describe('guesses of columns', () => {
  const column = (name: string, guess: FileView['columns'][number]['guess']): FileView['columns'][number] => ({ name, samples: [], guess });
  async function sent(): Promise<{ it: ImportsStore; http: HttpTestingController }> {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ImportsStore] });
    const [it, http] = [TestBed.inject(ImportsStore), TestBed.inject(HttpTestingController)];
    const sending = it.send(new File(['x'], 'Alder list.csv'));
    http.expectOne('/api/imports/files').flush({ id: 'f', form: 'table', encoding: 'utf-8', preset: null, presets: [], fields: [], columns: [column('Program', 'name'), column('Phone 1', 'phone'), column('Phone 2', 'phone'), column('About', 'description'), column('Kind', null)] } satisfies FileView);
    await sending;
    return { it, http };
  }

  it('nothing is taken before somebody says so; what somebody chose stays', async () => {
    const { it: store } = await sent();
    expect([store.chosen().size, store.ready(), store.guesses().length]).toEqual([0, false, 4]);
    store.choose('Kind', 'description');
    store.choose('Phone 1', 'phone');
    expect(store.guesses()).toEqual([['Program', 'name'], ['Phone 2', 'phone']]);
    expect(store.takeGuesses()).toBe(2);
    expect(Object.fromEntries(store.chosen())).toEqual({ Kind: 'description', 'Phone 1': 'phone', Program: 'name', 'Phone 2': 'phone' });
    expect([store.ready(), store.guesses()]).toEqual([true, []]);
  });

  it('after a look the file and what was chosen are still there, so that a wrong column is mended without sending it again', async () => {
    const { it: store, http } = await sent();
    store.takeGuesses();
    const trying = store.tryOut();
    http.expectOne('/api/imports/files/f/dry-run').flush({ parts: [] });
    await trying;
    expect(store.foreseen()).not.toBeNull();
    store.choose('About', 'alert');
    expect([store.foreseen(), store.file()?.id, store.chosen().get('Program')]).toEqual([null, 'f', 'name']);
  });
});
