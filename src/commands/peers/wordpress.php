<?php
// Fills a fresh WordPress with the articles of articles.json, as its own installer and editor would. Run once, by wordpress.ts.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Artículos', 'bench', 'bench@example.org', false, '', bin2hex(random_bytes(16)));
foreach (get_posts(['post_type' => ['post', 'page'], 'numberposts' => -1, 'post_status' => 'any']) as $sample) wp_delete_post($sample->ID, true);
update_option('permalink_structure', '/articulos/%postname%/');
update_option('default_comment_status', 'closed');
update_option('default_ping_status', 'closed');
switch_theme('twentytwentythree');
foreach (json_decode(file_get_contents(__DIR__ . '/articles.json'), true) as $article) {
    $id = wp_insert_post(wp_slash(['post_name' => $article['slug'], 'post_title' => $article['title'], 'post_excerpt' => $article['description'], 'post_content' => $article['html'], 'post_status' => 'publish', 'comment_status' => 'closed']), true);
    if (is_wp_error($id)) exit($id->get_error_message());
}
wp_insert_post(['post_type' => 'page', 'post_name' => 'buscar', 'post_title' => 'Buscar', 'post_status' => 'publish', 'comment_status' => 'closed', 'post_content' => '<!-- wp:search {"label":"Buscar","buttonText":"Buscar"} /-->']);
