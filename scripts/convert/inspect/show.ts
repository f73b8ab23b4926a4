/** What the stages of a conversion made of a text, for people. */
import { sectionNumber } from '../../../src/model/section-label.ts';
import { evidenceWords } from '../../../src/model/theme-evidence.ts';
import { blocksOf, sectionsOf, textOf } from '../parse/walk.ts';
import type { ResolvedNode } from '../types.ts';
import { stringifyMdast } from '../write/mdx.ts';
import type { Inspection, Stage } from './inspect.ts';
import { roleNames, sectionReasons, zoneReasons } from './reasons.ts';

const titles: Record<Stage, string> = {
  lines: '行',
  zones: '各行是什么',
  tokens: '标题与文字',
  tree: '结构树',
  mdast: '页面（MDX）',
  facts: '数量、指标、核算与引用',
};

/** Longest text shown of a line or paragraph. */
const longestText = 40;

function clip(text: string): string {
  const flat = text.replaceAll('\n', '¶').replaceAll('\t', '│');
  return flat.length > longestText ? `${flat.slice(0, longestText)}…` : flat;
}

const because = (rules: readonly (keyof typeof sectionReasons)[]) =>
  rules.length === 0 ? '' : `（${rules.map((rule) => sectionReasons[rule]).join('；')}）`;

function showSection(node: ResolvedNode, indent = ''): string[] {
  const { id, position, heading, editorialHeading, part, evidence, inferred, rules } = node;
  const number = `${sectionNumber(node)}${inferred ? '（推定）' : ''}`;
  const lines = `第${position.start.line}–${position.end.line}行`;
  const named = editorialHeading === null ? (heading ?? '') : `〔${editorialHeading}〕`;
  const themes = evidence.map((each) => `${each.theme}［${evidenceWords(each)}］`);
  const topics = [part, ...themes].join(' ');
  return [
    `${indent}${id}　${number}${clip(named)}　${lines}　${topics}${because(rules)}`,
    ...blocksOf(node).map(
      (block) => `${indent}　　第${block.position.start.line}行　${clip(textOf(block))}`,
    ),
    ...sectionsOf(node).flatMap((child) => showSection(child, `${indent}　`)),
  ];
}

const shows: Record<Stage, (inspection: Inspection) => string[]> = {
  lines: ({ lines }) =>
    lines.map(({ number, column, text }) => `第${number}行第${column}列　${clip(text)}`),
  zones: ({ zones }) =>
    zones.map(
      ({ number, role, rule, text }) =>
        `第${number}行　${roleNames[role]}（${zoneReasons[rule]}）　${clip(text)}`,
    ),
  tokens: ({ tokens }) =>
    tokens.map(({ type, from, marker = '', text, rules }) => {
      const kind = type === 'heading' ? `标题 ${marker.trim()}` : type === 'text' ? '文字' : type;
      return `第${from}行　${kind}　${clip(text)}${because(rules)}`;
    }),
  tree: ({ tree }) =>
    tree.children.flatMap((child) =>
      child.type === 'title' ? [`题名　${child.value}`] : showSection(child),
    ),
  mdast: ({ mdast }) => [stringifyMdast(mdast).trimEnd()],
  facts: ({ facts }) => [
    ...facts.quantities.map(
      ({ section, exact, value, unit }) => `${section}　数量　${exact} = ${value} ${unit}`,
    ),
    ...facts.indicators.map(
      ({ section, slug, value, unit, status }) =>
        `${section}　指标　${slug} = ${value} ${unit}（${status}）`,
    ),
    ...facts.checks.map(
      ({ section, formula, verdict }) => `${section}　核算　${formula}（${verdict}）`,
    ),
    ...facts.documents.map(({ section, name, slug }) => `${section}　引用　${name} → ${slug}`),
  ],
};

/** Stages one below the other, each under its name. */
export function showInspection(inspection: Inspection, stages: readonly Stage[]): string {
  return stages
    .map((stage) => {
      const lines = shows[stage](inspection);
      return [`【${titles[stage]}】`, ...(lines.length > 0 ? lines : ['（没有）'])].join('\n');
    })
    .join('\n\n');
}
