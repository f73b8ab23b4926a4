/** The components generated MDX may use, and no others. */
import Cell from './Cell.astro';
import CheckRef from './CheckRef.astro';
import Cite from './Cite.astro';
import EditorialHeading from './EditorialHeading.astro';
import Figure from './Figure.astro';
import Heading from './Heading.astro';
import Lead from './Lead.astro';
import NoteRef from './NoteRef.astro';
import Para from './Para.astro';
import PrintedTitle from './PrintedTitle.astro';
import Row from './Row.astro';
import Section from './Section.astro';
import Table from './Table.astro';

export const bodyComponents = {
  Cell,
  CheckRef,
  Cite,
  EditorialHeading,
  Figure,
  Heading,
  Lead,
  NoteRef,
  Para,
  PrintedTitle,
  Row,
  Section,
  Table,
};
