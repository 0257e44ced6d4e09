import { escapeXml as escape } from './moodle-xml.ts';
import type { Quiz } from './quiz.ts';
import { singleFile, type TakeAlongWords } from './single-file.ts';

/** The files of a SCORM 1.2 package with one page: the manifest and the page. Zip them as they are. `script` tells the platform (components/quiz/tell-platform.js). */
export function scormFiles(id: string, quiz: Pick<Quiz, 'title' | 'intro' | 'items'>, words: TakeAlongWords, script: string): Record<'imsmanifest.xml' | 'index.html', string> {
  const button = `<p><button type="button" id="done" data-said="${escape(words.doneSaid)}">${escape(words.done)}</button> <span id="said" role="status"></span></p><script>${script}</script>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="sin-trampa-${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="org"><organization identifier="org"><title>${escape(quiz.title)}</title><item identifier="item" identifierref="page"><title>${escape(quiz.title)}</title></item></organization></organizations>
<resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>
`;
  return { 'imsmanifest.xml': manifest, 'index.html': singleFile(quiz, words, button) };
}
