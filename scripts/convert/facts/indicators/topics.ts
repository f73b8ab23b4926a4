/** Which topic a passage speaks of at a place: the one named last before it. */
import type { Indicators } from '../../../../src/model/indicators.ts';
import type { Passage } from '../quantities/collect.ts';

interface Mention {
  topic: string;
  end: number;
}

function mentions(text: string, { topicPattern, topics }: Indicators): Mention[] {
  return [...text.matchAll(topicPattern)].map((match) => ({
    topic: topics.find((name) => match.groups?.[name] !== undefined) ?? '',
    end: match.index + match[0].length,
  }));
}

/** Topics of one passage, by place. */
export interface TopicReader {
  /**
   * Topic at a number that begins at `start`: named in its clause before it, else in the words right behind it, else
   * last before it in the section, else in the headings.
   */
  at: (start: number, localStart: number, after: string) => string | undefined;
}

export function readTopics(passage: Passage, indicators: Indicators): TopicReader {
  const inText = mentions(passage.text, indicators);
  const inHeadings = mentions(passage.headings.join('\n'), indicators).at(-1)?.topic;
  return {
    at(start, localStart, after) {
      const before = inText.findLast((mention) => mention.end <= start);
      if (before && before.end > localStart) return before.topic;
      return mentions(after, indicators)[0]?.topic ?? before?.topic ?? inHeadings;
    },
  };
}
