/** What stands beside a paragraph: read from the links that are set into its words. */
import { wayOf } from '../../corpus/peers.ts';
import { indicatorNames } from '../../corpus/site.ts';
import { verdictLabel } from '../../model/facts.ts';
import type { BodyContext } from './context.ts';

/** One entry of the margin. */
export interface BesideNote {
  kind: 'figure' | 'check' | 'note' | 'cite';
  href: string;
  /** 行政机关负责人出庭应诉率, 核算, 编者注, 《…》. */
  name: string;
  /** The figure as printed, the verdict, the note. */
  words?: string;
  /** The range of the peers, the calculation. */
  more?: string;
  /** Where in the range of its peers the figure stands: 0 the lowest, 10 the highest. */
  at?: number;
}

/** Steps of the scale that shows where a figure stands; one rule of CSS each. */
const steps = 10;

const printed = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

function figure(
  { facts, peers }: BodyContext,
  section: string,
  slugs: string,
  href: string,
  words: string,
): BesideNote[] {
  return slugs.split(' ').map((slug) => {
    const values = facts.indicators.filter(
      (each) => each.slug === slug && each.section === section,
    );
    const value =
      values.find(({ quantity }) => facts.quantities[quantity ?? -1]?.exact === words) ?? values[0];
    const name = [indicatorNames().get(slug) ?? slug, value?.scope, value?.aspect];
    const note: BesideNote = {
      kind: 'figure',
      href,
      name: name.filter(Boolean).join(' · '),
      words,
    };
    const range = value && peers[wayOf(value)];
    if (!range) return note;
    const { who, count, low, high } = range;
    const ends = low === high ? [low] : [low, high];
    const share = low === high ? undefined : (value.value - low) / (high - low);
    return {
      ...note,
      more: `${who}另 ${count} 份：${ends.map((end) => printed.format(end)).join('～')}${value.unit}`,
      ...(share !== undefined && { at: Math.round(Math.max(0, Math.min(1, share)) * steps) }),
    };
  });
}

function noteOf(context: BodyContext, section: string, tag: Tag): BesideNote[] {
  const { kind, of, href, words } = tag;
  if (kind === 'figure') return figure(context, section, of, href, words);
  if (kind === 'cite') return [{ kind, href, name: words }];
  if (kind === 'check') {
    const check = context.facts.checks[Number(of) - 1];
    // A figure that agrees needs no words: its sign says so.
    if (!check || check.verdict === 'agrees') return [];
    return [{ kind, href, name: '核算', words: verdictLabel(check), more: check.formula }];
  }
  const note = context.notes.find(({ number }) => number === Number(of));
  return note ? [{ kind, href, name: `编者注${of}`, words: note.text }] : [];
}

interface Tag {
  kind: BesideNote['kind'];
  of: string;
  href: string;
  words: string;
}

/** Links of the body say in `data-beside` what they are, and of what. */
const tags = /<a\b[^>]*\bdata-beside="(figure|check|note|cite) ([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (html: string) =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

/**
 * What stands beside a paragraph or heading.
 * @param html its rendered words
 * @param section id of the section whose words they are
 */
export function besideNotes(context: BodyContext, html: string, section: string): BesideNote[] {
  const found = [...html.matchAll(tags)].flatMap(([tag, kind, of = '', words = '']) =>
    noteOf(context, section, {
      kind: kind as Tag['kind'],
      of: decoded(of),
      href: decoded(/\bhref="([^"]*)"/.exec(tag)?.[1] ?? ''),
      words: decoded(words),
    }),
  );
  // A document that is named twice stands there once.
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}
