/**
 * Words that people head things with, in the languages plans are written in. They are weak evidence: what stands in what
 * decides, and these only tell a list of work from a list of tools. In the form that `normal` gives.
 */
import { normal } from './clean-text.ts';
import { anywhereIn, isBlankless } from './phrase-forms.ts';
import { remembered } from './remembered.ts';

export type Phrases = readonly string[];

const phrases = (words: string): Phrases => words.split(',').map(normal).filter((phrase) => phrase !== '');

/** Fields of a task, as labels in front of text and as heads of columns call them. */
export const TASK_FIELDS = {
  id: phrases('id, key, task id, ticket, ticket id, issue id, nr, no, #, number, nummer, ref, code, schlüssel, clave, número, num, identifiant, numéro, codice, chave, 番号, 编号, 編號, 序号, номер, ид, 번호, kürzel, jira'),
  title: phrases('task, title, tasks, task name, name, summary, description, story, user story, work item, item, todo, to do, activity, feature, what, deliverable, issue, aufgabe, aufgaben, titel, beschreibung, arbeitspaket, vorgang, tarea, tareas, título, descripción, actividad, tâche, tâches, titre, intitulé, attività, compito, titolo, tarefa, atividade, descrição, タスク, タスク名, 作業, 作業内容, 内容, 件名, 任务, 任務, 任务名称, 事项, 工作项, 标题, 描述, задача, название, описание, 작업, 업무, 제목, taak, zadanie, uppgift'),
  agent: phrases('agent, отв, resp, verantw, assignee, assigned to, assigned, owner, responsible, who, developer, dev, team, person, lead, engineer, active agent, agent role, handled by, assigned agent, dri, pic, point person, directly responsible individual, person in charge, zuständig, zuständigkeit, verantwortlich, verantwortliche, bearbeiter, wer, person, responsable, asignado, asignado a, encargado, quién, attribué à, assigné, porteur, qui, assegnato, assegnato a, responsabile, responsável, atribuído, 担当, 担当者, 負責人, 负责人, 责任人, 执行人, 担当エージェント, исполнитель, ответственный, 담당, 담당자, eigenaar'),
  status: phrases('status, state, progress, done, stand, zustand, fortschritt, estado, avance, statut, état, avancement, stato, situação, 状態, 状況, ステータス, 进度, 状态, 狀態, статус, состояние, 상태'),
  priority: phrases('priority, prio, pri, urgency, severity, importance, priorität, dringlichkeit, prioridad, priorité, priorità, prioridade, 優先度, 优先级, 優先級, приоритет, 우선순위'),
  estimate: phrases('estimate, estimated, estimation, effort, duration, time, estimated time, hours, size, est, est time, estimated hours, estimated effort, timebox, aufwand, schätzung, dauer, zeit, stunden, tage, estimación, esfuerzo, duración, horas, tiempo, durée, charge, estimation, durata, stima, estimativa, duração, tempo, 見積, 見積もり, 工数, 所要時間, 期間, 估时, 预估, 工时, 预计时间, 工期, 估算, оценка, срок работ, длительность, 예상시간, 예상'),
  deadline: phrases('deadline, due, due date, target date, finish, end, end date, eta, until, fällig, frist, termin, fällig am, bis, fecha límite, vencimiento, plazo, entrega, échéance, date limite, scadenza, prazo, 期限, 締切, 締め切り, 期日, 截止, 截止日期, 完成日期, срок, дедлайн, 마감, 마감일'),
  started: phrases('started, start, start date, begin, beginn, inicio, début, 開始, 開始日, 开始, 开始日期, начало'),
  completed: phrases('completed, completed on, finished, done on, abgeschlossen am, terminado, finalizado, terminé, 完了日, 完成时间, завершено'),
  dependencies: phrases('dependencies, dependency, depends on, depends, blocked by, requires, prerequisites, prerequisite, needs, after, après, predecessor, predecessors, deps, abhängigkeiten, abhängigkeit, abhängig von, hängt ab von, benötigt, vorgänger, nach, voraussetzung, voraussetzungen, dependencias, dependencia, depende de, requiere, bloqueado por, dépendances, dépend de, prérequis, dipendenze, dipende da, dependências, 依存, 依存関係, 前提, 先行タスク, 依赖, 前置任务, 前置, 依賴, зависимости, зависит от, после, 의존성, 선행작업'),
  files: phrases('file, files, path, paths, files modified, files to modify, files created, files to create, files affected, affected files, modified files, directory, directories, folder, folders, location, modules, dateien, datei, betroffene dateien, pfad, ordner, verzeichnis, archivo, archivos, ficheros, fichero, ruta, carpeta, fichiers, fichier, file coinvolti, arquivos, arquivo, ファイル, 対象ファイル, 文件, 相关文件, 涉及文件, 檔案, файлы, файл, 파일'),
  actions: phrases('actions, action, steps, step, activities, subtasks, sub tasks, todo, to do, implementation, details, action items, work, key features, schritte, aktionen, vorgehen, teilaufgaben, unteraufgaben, maßnahmen, pasos, acciones, subtareas, étapes, actions à mener, sous tâches, passi, azioni, passos, ações, 手順, 作業手順, ステップ, サブタスク, 步骤, 操作, 子任务, 行动, шаги, действия, подзадачи, 단계, 할 일'),
  acceptance: phrases('accepted when, complete when, completed when, finished when, must hold, exit criteria, how to verify, akzeptiert wenn, abgenommen wenn, aceptado cuando, listo cuando, hecho cuando, accepté quand, accepté si, terminé quand, accettato quando, aceito quando, pronto quando, 完了の条件, 合格条件, 合格标准, 通过条件, принято если, готово когда, 인수 조건, test, tests, testing, acceptance, acceptance criteria, acceptance criterion, criteria, verify, verification, validation, done when, definition of done, success criteria, success, check, checks, expected, expected result, akzeptanz, akzeptanzkriterien, abnahmekriterien, abnahme, prüfung, erledigt wenn, fertig wenn, criterios de aceptación, criterio de aceptación, aceptación, prueba, pruebas, verificación, critères d acceptation, critère d acceptation, vérification, criteri di accettazione, critérios de aceitação, verificação, 受け入れ条件, 受入基準, 受け入れ基準, 完了条件, テスト, 検証, 验收, 验收标准, 測試, 测试, 验证, 完成标准, критерии, критерии приемки, проверка, тест, 완료조건, 검증, 테스트'),
  artifacts: phrases('output, outputs, deliverable, deliverables, artifact, artifacts, output artifacts, produces, result, results, ergebnis, ergebnisse, lieferobjekt, lieferobjekte, entregable, entregables, resultado, resultados, livrable, livrables, résultat, consegne, risultato, entregáveis, 成果物, 出力, 产出, 交付物, 输出, результат, результаты, 산출물'),
  phase: phrases('phase, sprint, milestone, iteration, stage, week, meilenstein, etappe, woche, fase, hito, semana, étape, jalon, semaine, フェーズ, スプリント, マイルストーン, 阶段, 里程碑, 迭代, этап, фаза, спринт, веха'),
  group: phrases('group, epic, component, category, area, module, workstream, track, gruppe, bereich, komponente, kategorie, grupo, épica, categoría, área, composant, catégorie, domaine, グループ, エピック, カテゴリ, 模块, 分组, 类别, группа, эпик, компонент'),
  notes: phrases('notes, note, comment, comments, remark, remarks, description, why, rationale, goal, background, context, notiz, notizen, anmerkung, anmerkungen, bemerkung, bemerkungen, ziel, beschreibung, notas, nota, comentario, comentarios, objetivo, descripción, remarque, remarques, commentaire, but, objectif, 備考, メモ, 説明, 备注, 说明, 描述, примечание, описание, 비고'),
} as const;

/** What is said of an agent. */
export const AGENT_FIELDS = {
  role: phrases('role, title, position, type, rolle, rol, rôle, ruolo, função, papel, 役割, 角色, 职位, роль, 역할'),
  focus: phrases('focus, primary focus, mission, scope, purpose, domain, specialty, specialization, objective, fokus, schwerpunkt, auftrag, zweck, enfoque, misión, ámbito, objectif, mission, ambito, missão, foco, 目的, 担当範囲, 使命, ミッション, 重点, 职责范围, 目标, фокус, миссия, задача агента'),
  responsibilities: phrases('responsibilities, responsibility, key responsibilities, assigned components, duties, use cases, verantwortlichkeiten, verantwortung, aufgabenbereich, zuständigkeiten, responsabilidades, responsabilidad, responsabilités, responsabilité, responsabilità, 責任, 責務, 担当領域, 职责, 責任範囲, обязанности, ответственность, 책임'),
  skills: phrases('skills, skill, abilities, capabilities, fähigkeiten, kenntnisse, habilidades, compétences, competenze, competências, スキル, 技能, навыки, 기술'),
  expertise: phrases('expertise, experience, knowledge, erfahrung, experiencia, expérience, 専門, 専門分野, 专长, 专业, опыт'),
  tools: phrases('tools, tool, tools access needed, tools technologies, tools and technologies, technologies, tech stack, primary tools, werkzeuge, technologien, herramientas, tecnologías, outils, technologies, strumenti, ferramentas, ツール, 使用技術, 工具, 技术栈, инструменты, технологии, 도구'),
  outputs: phrases('outputs, output, output artifacts, output interfaces, deliverables, artifacts, ergebnisse, lieferobjekte, entregables, livrables, entregáveis, 成果物, 交付物, 产出, результаты'),
  owns: phrases('owns, owned files, files, file ownership, territory, territories, files modified, files created modified, files, scope files, directories, worktree, eigene dateien, dateien, archivos, ficheros, fichiers, arquivos, 対象ファイル, 文件, файлы'),
  branch: phrases('branch, branches, git branch, zweig, rama, branche, ramo, ブランチ, 分支, ветка'),
  channel: phrases('channel, slack channel, slack, chat, kanal, canal, チャンネル, チャネル, 频道, 渠道, канал'),
  standup: phrases('standup, daily standup, stand up, daily, daily stand up, スタンドアップ, 朝会, 站会, стендап'),
  lead: phrases('lead, team lead, leader, leitung, teamleiter, líder, responsable d équipe, リーダー, 组长, 负责人, лид'),
  hours: phrases('hours, working hours, time slot, slot, shift, arbeitszeit, zeitfenster, horario, horaires, orario, horário, 勤務時間, 時間帯, 時間枠, 时间段, 工作时间, смена'),
  phase: phrases('phase, active phase, phase active, fase, étape, フェーズ, 阶段, этап'),
  criteria: phrases('success criteria, success metrics, criteria, success, metrics, erfolgskriterien, criterios de éxito, critères de succès, critères de réussite, 成功基準, 成功标准, критерии успеха'),
} as const;

/** Headings and labels below which nothing is work to do, whatever it looks like. */
export const NO_WORK = phrases(
  'success criteria, success metrics, success, metrics, kpi, kpis, acceptance criteria, acceptance, definition of done, definition of ready, done when, criteria, quality gate, quality gates, deliverables, final deliverable, final deliverables, outputs, output, output artifacts, output interfaces, tools, technologies, tech stack, technology stack, stack, resources, references, links, contacts, emergency contacts, commands, quick reference, appendix, testing strategy, test strategy, strategy, notes, background, overview, introduction, summary, benefits, best practices, guidelines, rules, conventions, principles, glossary, faq, contents, table of contents, out of scope, non goals, assumptions, constraints, considerations, communication, communication protocol, protocol, protocols, synchronization, sync points, synchronization points, synchronisation, workflow, daily workflow, process, decision making process, retrospective, retrospectives, reviews, monitoring, costs, cost analysis, budget, architecture, requirements, features, key features, goals, objectives, decisions, changelog, history, status updates, examples, example, template, templates, legend, skills, responsibilities, prerequisites, checkpoint, files modified, file locations, territories, shared resources, stakeholders, roles, definitions, metrics to track, questions, open questions, lessons learned, ' +
    'erfolgskriterien, erfolg, kennzahlen, abnahmekriterien, akzeptanzkriterien, kriterien, lieferobjekte, ergebnisse, werkzeuge, technologien, ressourcen, quellen, verweise, kontakte, befehle, anhang, teststrategie, hinweise, notizen, hintergrund, überblick, übersicht, einleitung, zusammenfassung, vorteile, richtlinien, regeln, grundsätze, glossar, inhalt, inhaltsverzeichnis, nicht enthalten, nicht ziele, annahmen, kommunikation, abstimmung, ablauf, prozess, retrospektive, kosten, anforderungen, ziele, entscheidungen, beispiele, beispiel, vorlage, legende, voraussetzungen, offene fragen, rollen, architektur, ' +
    'criterios de éxito, criterios de aceptación, criterios, métricas, entregables, herramientas, tecnologías, recursos, referencias, enlaces, contactos, comandos, apéndice, anexo, estrategia de pruebas, notas, antecedentes, resumen, introducción, visión general, beneficios, buenas prácticas, reglas, glosario, contenido, índice, fuera de alcance, supuestos, comunicación, sincronización, proceso, retrospectiva, costes, costos, requisitos, objetivos, decisiones, ejemplos, ejemplo, plantilla, leyenda, preguntas, ' +
    'critères de succès, critères de réussite, critères de validation, critères d acceptation, critères, métriques, livrables, outils, technologies, ressources, références, liens, contacts, commandes, annexe, stratégie de test, contexte, aperçu, résumé, introduction, avantages, bonnes pratiques, règles, glossaire, sommaire, hors périmètre, hypothèses, communication, synchronisation, processus, rétrospective, coûts, exigences, objectifs, décisions, exemples, exemple, modèle, légende, ' +
    'criteri di successo, criteri, metriche, strumenti, risorse, riferimenti, contatti, comandi, note, panoramica, riepilogo, regole, obiettivi, requisiti, decisioni, esempi, critérios de sucesso, critérios, métricas, ferramentas, recursos, referências, contatos, visão geral, resumo, regras, metas, decisões, exemplos, ' +
    '成功基準, 完了条件, 受け入れ条件, 受入基準, 指標, 評価指標, 成果物, ツール, 使用技術, 技術スタック, 参考, 参考資料, リンク, 連絡先, コマンド, 付録, テスト方針, 背景, 概要, はじめに, まとめ, ルール, 用語, 目次, 対象外, 前提条件, コミュニケーション, 同期, プロセス, 振り返り, 費用, 要件, 目標, 目的, 決定事項, 例, テンプレート, 注意事項, 備考, 体制, ' +
    '成功标准, 验收标准, 完成标准, 指标, 交付物, 工具, 技术栈, 资源, 参考, 参考资料, 链接, 联系人, 联系方式, 命令, 附录, 测试策略, 背景, 概述, 概览, 简介, 总结, 规则, 术语, 目录, 范围外, 假设, 沟通, 同步, 流程, 回顾, 成本, 需求, 目标, 决策, 示例, 模板, 注意事项, 说明, ' +
    'критерии успеха, критерии приемки, критерии, метрики, результаты, инструменты, технологии, ресурсы, ссылки, контакты, команды, приложение, стратегия тестирования, заметки, введение, обзор, итоги, правила, глоссарий, содержание, вне рамок, допущения, коммуникация, синхронизация, процесс, ретроспектива, стоимость, требования, цели, решения, примеры, шаблон, ' +
    '성공 기준, 완료 조건, 지표, 산출물, 도구, 참고, 연락처, 부록, 배경, 개요, 규칙, 목차, 목표, 요구사항, 예시',
);

/** Of these, what boxes below do not turn into work either: they are ticked off when it is done. */
export const HARD_NO_WORK = phrases(
  'success criteria, success metrics, success, acceptance criteria, acceptance, definition of done, definition of ready, done when, criteria, quality gate, quality gates, accepted when, complete when, completed when, finished when, must hold, akzeptiert wenn, abgenommen wenn, fertig wenn, erledigt wenn, aceptado cuando, listo cuando, hecho cuando, accepté quand, accepté si, terminé quand, accettato quando, aceito quando, pronto quando, 完了の条件, 合格条件, 合格标准, 通过条件, принято если, готово когда, 인수 조건, deliverables, final deliverables, outputs, output, checkpoint, examples, example, template, templates, legend, prerequisites, exit criteria, entry criteria, sign off, go no go, ' +
    'critères de succès, critères de réussite, critères de validation, critères d acceptation, erfolgskriterien, abnahmekriterien, akzeptanzkriterien, kriterien, lieferobjekte, ergebnisse, beispiele, beispiel, vorlage, voraussetzungen, criterios de éxito, criterios de aceptación, criterios, entregables, ejemplos, ejemplo, plantilla, critères de succès, critères d acceptation, critères, livrables, exemples, exemple, modèle, criteri di successo, criteri di accettazione, criteri, critérios de sucesso, critérios de aceitação, critérios, exemplos, ' +
    '成功基準, 完了条件, 受け入れ条件, 受入基準, 成果物, 例, テンプレート, 前提条件, 成功标准, 验收标准, 完成标准, 交付物, 示例, 模板, критерии успеха, критерии приемки, критерии, примеры, шаблон, 성공 기준, 완료 조건, 산출물, 예시',
);

/** Labels and headings that say: work follows. */
export const WORK = phrases(
  'tasks, task, task list, tasks assigned, assigned tasks, todo, todos, to do, to dos, backlog, work items, work, activities, action items, actions, items, issues, checklist, parallel execution, sequential execution, parallel tasks, sequential tasks, parallel agents, execution, assignments, workstream, implementation tasks, stories, user stories, steps, remaining tasks, remaining work, upcoming, planned, now, next, later, ' +
    'aufgaben, aufgabe, aufgabenliste, offene aufgaben, arbeitspakete, arbeiten, tätigkeiten, schritte, maßnahmen, geplant, tareas, tarea, lista de tareas, pendientes, actividades, trabajo, pasos, acciones, tâches, tâche, liste des tâches, à faire, travaux, activités, étapes, attività, compiti, da fare, tarefas, atividades, a fazer, タスク, タスク一覧, 作業, 作業項目, やること, 課題, 任务, 任務, 任务列表, 待办, 待办事项, 工作项, 工作内容, 事项, задачи, задача, список задач, работы, сделать, 작업, 작업 목록, 할 일, 업무',
);

/** Names that head work all over and name no group. */
export const CHECKPOINT = phrases('checkpoint, quality gate, gate, milestone check, sign off, approval, go no go, exit criteria, phase gate, kontrollpunkt, freigabe, abnahme, punto de control, puerta, aprobación, point de contrôle, validation, チェックポイント, 検収, 承認, 检查点, 检查, 评审, контрольная точка, 체크포인트');

export const CHECK = phrases('verify, verification, check, review, validate, validation, approve, approval, confirm, inspect, sign off, audit, final review, prüfen, prüfung, überprüfen, abnahme, freigabe, kontrolle, verificar, verificación, revisar, revisión, aprobar, validar, vérifier, vérification, valider, revue, verifica, verificare, approvare, revisão, aprovar, 確認, 検証, 承認, レビュー, 检查, 审核, 验证, 确认, 评审, проверить, проверка, утвердить, 확인, 검토, 승인');

export const AGENT_WORD = phrases('agent, agents, team, persona, squad, bot, agente, équipe, equipo, equipe, squadra, エージェント, チーム, 智能体, 代理, 团队, 小组, агент, команда, 에이전트, 팀');

/** Words behind "all": everybody is meant. */
export const EVERYBODY = phrases('all agents, all teams, all, everyone, everybody, whole team, both teams, both, team, alle, alle agenten, alle teams, todos, todas, todos los agentes, tous, tous les agents, toutes, tutti, 全員, 全エージェント, 全チーム, 所有人, 全体, 全员, все, 모두');

/** In the place of a name: nobody yet. */
export const NOBODY = phrases('unassigned, nobody, no one, not assigned, to be assigned, tbd, tba, n a, none, nicht zugewiesen, niemand, noch offen, unbesetzt, sin asignar, nadie, por asignar, non attribué, non assigné, personne, à attribuer, non assegnato, nessuno, da assegnare, não atribuído, sem responsável, ninguém, a definir, 未定, 未割当, 未割り当て, 担当なし, 未分配, 待定, 无人, не назначен, никто, не назначено, 미정, 미배정, 없음');

export const RISK = phrases('risk, risks, risk mitigation, high risk items, risk management, risiken, risiko, riesgos, riesgo, risques, risque, rischi, riscos, リスク, 风险, 風險, риски, 위험');

export const LATER = phrases('bonus, optional, nice to have, if time permits, if time allows, stretch, stretch goal, stretch goals, falls zeit bleibt, wenn zeit bleibt, opcional, si hay tiempo, bonus, facultatif, optionnel, si le temps le permet, facoltativo, opcionais, 任意, 時間があれば, オプション, 可选, 加分项, 如有时间, опционально, 선택');

/** How much work something is: in brackets these are no names. */
export const SIZE = phrases('small, medium, large, tiny, huge, easy, hard, simple, complex, klein, mittel, groß, einfach, schwer, pequeño, mediano, grande, fácil, difícil, petit, moyen, grand, facile, difficile, piccolo, medio, pequeno, médio, 小, 中, 大, 简单, 困难, 難, малый, средний, большой');

export const SEQUENTIAL = phrases('sequential, sequential execution, sequential tasks, pipeline, waterfall, one after another, in order, sequenziell, nacheinander, secuencial, séquentiel, sequenziale, sequencial, 順次, 逐次, 顺序, 依次, 串行, последовательно, 순차');

/** Whether one of the phrases stands in a text that `normal` made. */
export function holds(text: string, known: Phrases): boolean {
  return anywhereIn(known).test(text);
}

export function isOne(text: string, known: Phrases): boolean {
  return known.includes(text);
}

/** The field that a label means: by its whole text first, else by the longest phrase in it. */
export function fieldOf<F extends string>(label: string, fields: Readonly<Record<F, Phrases>>): F | null {
  const rule = FIELD_RULES.get(fields) ?? remembered((text) => fieldIn(text, fields));
  FIELD_RULES.set(fields, rule);
  return rule(label) as F | null;
}

const FIELD_RULES = new WeakMap<object, (label: string) => string | null>();

function fieldIn(label: string, fields: Readonly<Record<string, Phrases>>): string | null {
  const text = normal(label) || label.trim();
  if (text === '' || text.length > 60) return null;
  const entries = Object.entries(fields);
  const exact = exactFieldOf(label, fields);
  if (exact !== null) return exact;
  let best: { field: string; length: number } | null = null;
  for (const [field, known] of entries) {
    for (const phrase of known) if (phrase.length >= 2 && phrase.length > (best?.length ?? 0) && standsIn(text, phrase)) best = { field, length: phrase.length };
  }
  return best?.field ?? null;
}

function standsIn(text: string, phrase: string): boolean {
  return text.includes(phrase) && (isBlankless(phrase) || ` ${text} `.includes(` ${phrase} `));
}

/** The same only where the whole label is known: in running text many words mean something else. */
export function exactFieldOf<F extends string>(label: string, fields: Readonly<Record<F, Phrases>>): F | null {
  if (label.length > LONGEST_LABEL) return null;
  return (byPhrase(fields).get(normal(label) || label.trim()) ?? null) as F | null;
}

/** No phrase is as long. */
const LONGEST_LABEL = 100;
const BY_PHRASE = new WeakMap<object, ReadonlyMap<string, string>>();

/** Where a phrase stands for two fields, the first. */
function byPhrase(fields: Readonly<Record<string, Phrases>>): ReadonlyMap<string, string> {
  const known = BY_PHRASE.get(fields);
  if (known !== undefined) return known;
  const made = new Map(Object.entries(fields).reverse().flatMap(([field, phrases]) => phrases.map((phrase) => [phrase, field] as const)));
  BY_PHRASE.set(fields, made);
  return made;
}
