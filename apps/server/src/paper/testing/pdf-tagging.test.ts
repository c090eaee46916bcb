import { expect, test } from 'vitest'
import { taggingFaults } from './pdf-tagging.ts'

const element = (id: number, tag: string, kids: readonly number[]) =>
  `${id} 0 obj\n<< /Type /StructElem /S /${tag} /K [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>\nendobj`
const PAGE = '9 0 obj\n<< /Type /Page /StructParents 0 >>\nendobj'
const ROOT = '1 0 obj\n<< /Type /StructTreeRoot /K [2 0 R] >>\nendobj'

function faultsOf(contents: readonly string[], ...elements: readonly string[]) {
  return taggingFaults({ objects: [ROOT, ...elements, PAGE].join('\n'), contents, metadata: '', text: '' })
}

const SOUND = [element(2, 'Document', [3, 4]), element(3, 'H1', []), element(4, 'H2', [])]

test('what is drawn in a tag, or as an artifact, is no fault', () => {
  expect(faultsOf(['/P <</MCID 0>> BDC (a S b) Tj EMC /Artifact BMC 0 0 m S EMC'], ...SOUND)).toEqual([])
})

test('what is drawn outside of any tag is a fault, and so is a tag that stays open', () => {
  expect(faultsOf(['BT (a) Tj ET'], ...SOUND)).toEqual(['content 0 draws with Tj outside of any tag'])
  expect(faultsOf(['/P BMC'], ...SOUND)).toEqual(['content 0 leaves a tag open'])
})

test('headings that skip a level, and lists that hold no items, are faults', () => {
  expect(faultsOf([], element(2, 'Document', [3, 4]), element(3, 'H1', []), element(4, 'H3', []))).toEqual([
    'a heading of level 3 skips one',
  ])
  expect(faultsOf([], element(2, 'L', [3]), element(3, 'P', []))).toEqual([
    '0 headings of the first level',
    'L holds P',
  ])
})
