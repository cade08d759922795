<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>longshore::DropLogic</name>
    <message numerus="yes">
        <source>%n files were dropped; an import takes one.</source>
        <translation>
            <numerusform>%n file was dropped; an import takes one.</numerusform>
            <numerusform>%n files were dropped; an import takes one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::ExportText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::FindingText</name>
    <message numerus="yes">
        <source>The package is complete: %n part(s).</source>
        <translation>
            <numerusform>The package is complete: %n part.</numerusform>
            <numerusform>The package is complete: %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::JobActions</name>
    <message numerus="yes">
        <source>%n transfer(s) paused.</source>
        <translation>
            <numerusform>%n transfer paused.</numerusform>
            <numerusform>%n transfers paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) resumed.</source>
        <translation>
            <numerusform>%n transfer resumed.</numerusform>
            <numerusform>%n transfers resumed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::JobState</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::JobText</name>
    <message numerus="yes">
        <source>renewed %n time(s)</source>
        <translation>
            <numerusform>renewed %n time</numerusform>
            <numerusform>renewed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts at once</source>
        <translation>
            <numerusform>%n part at a time</numerusform>
            <numerusform>%n parts at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::JobTimeline</name>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation>
            <numerusform>asked %n time</numerusform>
            <numerusform>asked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::LibraryPage</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <extracomment>%1 is a size</extracomment>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::PresetList</name>
    <message numerus="yes">
        <source>%1, kept %n hours on the server</source>
        <translation>
            <numerusform>%1, kept %n hour on the server</numerusform>
            <numerusform>%1, kept %n hours on the server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::QuitPlan</name>
    <message numerus="yes">
        <source>%n downloads pause and go on at the same byte next time.</source>
        <translation>
            <numerusform>%n download pauses and goes on at the same byte next time.</numerusform>
            <numerusform>%n downloads pause and go on at the same byte next time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exports keep running at the server. You will not be told until you open Longshore again.</source>
        <translation>
            <numerusform>%n export keeps running at the server. You will not be told until you open Longshore again.</numerusform>
            <numerusform>%n exports keep running at the server. You will not be told until you open Longshore again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have not begun and wait for the next start.</source>
        <translation>
            <numerusform>%n job has not begun and waits for the next start.</numerusform>
            <numerusform>%n jobs have not begun and wait for the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs still need a decision from you.</source>
        <translation>
            <numerusform>%n job still needs a decision from you.</numerusform>
            <numerusform>%n jobs still need a decision from you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uploads pause and go on next time with what is missing.</source>
        <translation>
            <numerusform>%n upload pauses and goes on next time with what is missing.</numerusform>
            <numerusform>%n uploads pause and go on next time with what is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports keep running at the server, which replaces the database without us.</source>
        <translation>
            <numerusform>%n import keeps running at the server, which replaces the database without us.</numerusform>
            <numerusform>%n imports keep running at the server, which replaces the databases without us.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports stop before their upload and go on next time.</source>
        <translation>
            <numerusform>%n import stops before its upload and goes on next time.</numerusform>
            <numerusform>%n imports stop before their upload and go on next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::SitesModel</name>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs need you</source>
        <translation>
            <numerusform>%n job needs you</numerusform>
            <numerusform>%n jobs need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n environment(s)</source>
        <extracomment>%1 is the name of a connected project; %n counts its environments</extracomment>
        <translation>
            <numerusform>%1, %n environment</numerusform>
            <numerusform>%1, %n environments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::WindowStatus</name>
    <message numerus="yes">
        <source>%n jobs going on</source>
        <translation>
            <numerusform>%n job going on</numerusform>
            <numerusform>%n jobs going on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Library: %n files, %1</source>
        <extracomment>%n counts files in the library, %1 is their size</extracomment>
        <translation>
            <numerusform>Library: %n file, %1</numerusform>
            <numerusform>Library: %n files, %1</numerusform>
        </translation>
    </message>
</context>
</TS>
