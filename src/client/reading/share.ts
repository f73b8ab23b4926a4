/** The address of the report, or of the section the reader came to, to be handed on: loaded when that is asked for. */
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { linkWords } from '../../model/citation.ts';
import { copyText } from '../shared/copy-text.ts';
import { fragmentId } from './fragment.ts';
import { addressOf, citationOf, reportFacts } from './report-facts.ts';

/** What is handed on: 《…》一、(七)三是, and its address. */
export function shared(): { title: string; url: string } {
  const id = fragmentId();
  const url = addressOf(document.getElementById(id)?.closest('article') ? id : '');
  return { title: linkWords(citationOf(reportFacts(), url)), url };
}

/** Copies title and address. @returns what to tell the reader */
export function copyShared(): Promise<string> {
  const { title, url } = shared();
  return copyText(`${title}\n${url}`, '已复制链接');
}

/** Light modules around a code, by which cameras tell it from what stands beside it (ISO/IEC 18004). */
const quiet = 4;

/** An address as a QR code. */
export function drawCode(address: string): SVGSVGElement {
  const code = generate(address);
  const make = <Name extends keyof SVGElementTagNameMap>(name: Name, about: object) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(about)) node.setAttribute(key, `${value}`);
    return node;
  };
  const size = code.size + 2 * quiet;
  const viewBox = `${-quiet} ${-quiet} ${size} ${size}`;
  const picture = make('svg', { viewBox, role: 'img', 'aria-label': `二维码：${address}` });
  picture.append(make('path', { d: toSvgPath(code) }));
  return picture;
}
